import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import type { Benchmark } from "./benchmark.ts";
import { root } from "./measure.ts";
import { extractOf } from "./twin-practice.ts";

const ROWS = 1_000_000;

interface Took {
  readonly issues: number;
  readonly people: number;
  readonly seconds: number;
}

/** Issues of a million rows of the twin, in memory, to both curves of every person. */
export const kernel: Benchmark = {
  name: "kernel",
  run: async () => {
    const { file } = await extractOf(ROWS);
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, "bench/kernel-alone.ts"), file]);
    const { issues, people, seconds } = JSON.parse(stdout) as Took;
    return [
      {
        what: "dose kernel alone",
        measured: issues / seconds,
        unit: "issues a second of one core",
        target: 2_000_000,
        better: "more",
        detail: `${issues.toLocaleString("en-GB")} issues of ${people.toLocaleString("en-GB")} people in ${seconds.toFixed(3)} s of one core`,
      },
    ];
  },
};
