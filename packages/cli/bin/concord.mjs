#!/usr/bin/env node
// The command `concord`. TypeScript is run as it stands, which needs the Node that the project pins; under an older
// one, as where this file is called by its path, it hands over to the pinned one.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), "src", "main.ts");

const pinnedNode = () => {
  const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"));
  return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
};

if (process.features.typescript) {
  await import(pathToFileURL(main).href);
} else {
  const child = spawn(pinnedNode(), [main, ...process.argv.slice(2)], { stdio: "inherit" });
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
