import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a check found: one line a problem, none where all is well. */
export type Problems = readonly string[];

export interface Check {
  readonly name: string;
  readonly run: () => Promise<Problems>;
}

interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules on this Node, in the root, and collects what it says. */
const runTool = (script: string, args: readonly string[]): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });

/** A check that is nothing but a program: its exit code decides, its output is the problem. */
export const toolCheck = (name: string, script: string, args: readonly string[]): Check => ({
  name,
  run: async () => {
    const { code, output } = await runTool(script, args);
    return code === 0 ? [] : [output.trim() || `exit code ${code}`];
  },
});
