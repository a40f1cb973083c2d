import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const ROOT = join(import.meta.dirname, "../..");
const WEB = join(ROOT, "packages/web");
/** What the pages are made of. */
const SOURCES = ["packages/web/src", "packages/web/index.html", "packages/web/vite.config.ts", "packages/core/src"];

const newest = (path: string): number => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Builds the pages that the service serves, where they are missing or older than what they are made of. */
export const buildPages = (): void => {
  const dist = join(WEB, "dist");
  const built = join(dist, "index.html");
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...SOURCES.map((one) => newest(join(ROOT, one))))) return;
  // Built beside and renamed: another test may be reading the pages of before.
  const next = join(WEB, `dist.${process.pid}`);
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const { status, stderr } = spawnSync(process.execPath, [vite, "build", "--outDir", next, "--logLevel", "error"], {
    cwd: WEB,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
  const old = join(WEB, `dist.old.${process.pid}`);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
};
