import { spawnSync } from "node:child_process";
import { mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../..");
const LOCK = join(ROOT, "out", "pages.building");
const LONGEST_BUILD = 60_000;

/** Two test files must not build at once into the same folder; what a killed build left behind is taken over. */
const alone = async (work: () => void): Promise<void> => {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  for (const until = Date.now() + LONGEST_BUILD; Date.now() < until; await pause(100))
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      // Another one builds.
    }
  try {
    work();
  } finally {
    rmdirSync(LOCK);
  }
};

/** Builds the pages as `npm start` does, where they are older than what they are made of. */
export const ensurePages = async (): Promise<void> =>
  alone(() => {
    const build = `import("./scripts/build-pages.mjs").then(({ ensurePages }) => ensurePages())`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", build], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
    });
    if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
  });
