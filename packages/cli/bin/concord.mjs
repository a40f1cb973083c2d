#!/usr/bin/env node
// The command `concord`. TypeScript is run as it stands, which needs the Node that the project pins; under an older
// one, as where this file is called by its path, it hands over to the pinned one.
import { spawn } from "node:child_process";
import * as modules from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const self = fileURLToPath(import.meta.url);
const main = join(dirname(dirname(self)), "src", "main.ts");

const FLAGS = [
  "--semi-space-growth-factor=1",
  "--heap-growing-percent=80",
  "--no-incremental-marking",
  // So small a young heap is collected sooner by one thread than it is shared out among several.
  "--no-parallel-scavenge",
];

/**
 * A command does one thing and ends. Memory is given back at once, rather than when the engine finds time for it beside
 * the work: ten million rows stay under 300 MB, for pauses of a tenth of a second that matter to nobody here.
 */
const keepMemoryLow = () => {
  for (const flag of FLAGS) setFlagsFromString(flag);
};

/**
 * What was compiled once is kept beside the pages that were built, where those who installed Concord may write: every
 * further call starts in half the time. It is not used where a source has changed, and done without where it cannot be
 * written.
 */
const keepCompiled = () => modules.enableCompileCache(join(dirname(self), "../../../out/compiled"));

const pinnedNode = () => {
  const folder = dirname(modules.createRequire(import.meta.url).resolve("node/package.json"));
  return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
};

if (process.features.typescript) {
  keepMemoryLow();
  keepCompiled();
  await import(pathToFileURL(main).href);
} else {
  const child = spawn(pinnedNode(), [self, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`concord: Node 24 is needed and could not be started: ${error.message}`);
    console.error(`Run "npm ci" in the folder of Concord first.`);
    process.exitCode = 3;
  });
  child.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
}
