import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** What only this installation knows about its database. */
export interface Secret {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
  /** Where the database's files are. */
  readonly cluster: string;
}

const fileIn = (dataFolder: string): string => join(dataFolder, "secret.json");

export const readSecret = (dataFolder: string): Secret | null => {
  const path = fileIn(dataFolder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Secret) : null;
};

const password = (): string => randomBytes(24).toString("hex");

/** The secret of this data folder; made where there is none, once, also where two start at the same time. */
export const ensureSecret = (dataFolder: string, cluster: string): Secret => {
  const known = readSecret(dataFolder);
  if (known !== null) return known;
  const made: Secret = { admin: password(), owner: password(), app: password(), cluster };
  const part = `${fileIn(dataFolder)}.part-${process.pid}`;
  const file = openSync(part, "w", 0o600);
  writeSync(file, `${JSON.stringify(made, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(part, fileIn(dataFolder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(part, { force: true });
  }
  return readSecret(dataFolder)!;
};
