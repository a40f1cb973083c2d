import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { runAs, type Account } from "./account.ts";
import type { Programs } from "./programs.ts";

export const ADMIN = "concord_admin";

const give = (path: string, account: Account | null): void => {
  if (account !== null) chownSync(path, account.uid, account.gid);
};

const run = (file: string, args: readonly string[], account: Account | null): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...runAs(account), cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${basename(file)}: ${said.trim()}`))));
  });

const majorOf = (version: string): number => Number.parseInt(version, 10);

const checkVersion = (cluster: string, { version }: Programs): void => {
  const written = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (majorOf(written) !== majorOf(version))
    throw new Error(
      `${cluster} was written by PostgreSQL ${written}; this is PostgreSQL ${majorOf(version)}. ` +
        "Back it up with the version of Concord that wrote it, and restore the backup here.",
    );
};

/** Makes the cluster where it is missing: beside, and renamed once it is whole. Old halves are cleared away. */
export const ensureCluster = async (
  cluster: string,
  programs: Programs,
  account: Account | null,
  password: string,
): Promise<void> => {
  if (existsSync(join(cluster, "PG_VERSION"))) return checkVersion(cluster, programs);
  const parent = dirname(cluster);
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  for (const name of readdirSync(parent))
    if (isLeftOver(name)) rmSync(join(parent, name), { recursive: true, force: true });
  const beside = mkdtempSync(join(parent, `making-${process.pid}-`));
  give(beside, account);
  const [passwordFile, made] = [join(beside, "password"), join(beside, "cluster")];
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, account);
  try {
    const how = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--no-locale"];
    await run(programs.initdb, ["-D", made, "-U", ADMIN, ...how], account);
    renameSync(made, cluster);
  } catch (error) {
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};

/** What a first start that was interrupted has left. */
const isLeftOver = (name: string): boolean => {
  const pid = /^making-(\d+)-/.exec(name)?.[1];
  return pid !== undefined && !lives(Number(pid));
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
