import { execFileSync, spawnSync } from "node:child_process";
import process from "node:process";

/** The account that the database runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Looked for in this order when the service itself runs as root. */
const UNPRIVILEGED = ["postgres", "nobody"];

const idOf = (name: string): Account | null => {
  try {
    const ask = (what: string) =>
      Number(execFileSync("id", [what, name], { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" }));
    return { uid: ask("-u"), gid: ask("-g"), name };
  } catch {
    return null;
  }
};

/** Null where the service's own account will do: it is not root. */
export const databaseAccount = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  for (const name of UNPRIVILEGED) {
    const account = idOf(name);
    if (account !== null) return account;
  }
  throw new Error(
    `The database does not run as root, and this machine has none of the accounts ${UNPRIVILEGED.join(", ")}. ` +
      "Start the service from an ordinary account, or set DATABASE_URL to a PostgreSQL of your own.",
  );
};

/** How a program is started as the account; nothing where that is the service's own. */
export const runAs = (account: Account | null): { uid?: number; gid?: number } =>
  account === null ? {} : { uid: account.uid, gid: account.gid };

/** Whether the account gets into the folder at all: a folder beneath /root is closed to it. */
export const canReach = (account: Account | null, folder: string): boolean =>
  account === null ||
  spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...runAs(account), cwd: "/", stdio: "ignore" }).status === 0;
