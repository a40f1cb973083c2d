import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where the benchmarks keep the files that they make; safe to delete. */
export const workFolder = join(root, "out/bench");

export interface Usage {
  /** By the clock on the wall. */
  readonly seconds: number;
  /** Of all its threads together: what it would take one core, whatever else the machine is doing. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const PROBE = pathToFileURL(join(root, "bench/probe.ts")).href;

const start = (program: string, args: readonly string[], usageFile: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", PROBE, join(root, program), ...args], {
      cwd: root,
      env: { ...process.env, CONCORD_BENCH_USAGE: usageFile },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const text = Buffer.concat(said).toString("utf8");
      if (code === 0) resolve(text);
      else reject(new Error(`${program} ${args.join(" ")} ended with ${code}\n${text}`));
    });
  });

/** Runs a program of the project in a process of its own, its output thrown away, and answers what it used. */
export const measure = async (program: string, ...args: readonly string[]): Promise<Usage> => {
  mkdirSync(workFolder, { recursive: true });
  const usageFile = join(workFolder, `usage-${process.pid}.json`);
  const before = performance.now();
  await start(program, args, usageFile);
  const seconds = (performance.now() - before) / 1000;
  const usage = JSON.parse(readFileSync(usageFile, "utf8")) as NodeJS.ResourceUsage;
  rmSync(usageFile);
  return {
    seconds,
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    // Linux and macOS through libuv: kilobytes.
    peakMegabytes: usage.maxRSS / 1024,
  };
};

/** The run of several that took the least of a core: what else the machine was doing only ever adds. */
export const quickest = async (times: number, run: () => Promise<Usage>): Promise<Usage> => {
  const runs: Usage[] = [];
  for (let i = 0; i < times; i++) runs.push(await run());
  return runs.reduce((best, one) => (one.cpuSeconds < best.cpuSeconds ? one : best));
};

export const CONCORD = "packages/cli/bin/concord.mjs";
