import { statSync } from "node:fs";
import type { Benchmark, Figure } from "./benchmark.ts";
import { CONCORD, measure, quickest } from "./measure.ts";
import { extractOf } from "./twin-practice.ts";

const figures = async (wanted: number, repeat: number): Promise<readonly Figure[]> => {
  const { file, rows, people } = await extractOf(wanted);
  const used = await quickest(rows > 5_000_000 ? 1 : repeat, () => measure(CONCORD, "register", file, "--json"));
  const what = `CSV register of ${rows.toLocaleString("en-GB")} rows`;
  const megabytes = statSync(file).size / 1e6;
  return [
    {
      what: `${what}, speed`,
      measured: rows / used.cpuSeconds,
      unit: "rows a second of one core",
      target: 300_000,
      better: "more",
      detail: `${people.toLocaleString("en-GB")} people, ${megabytes.toFixed(0)} MB, ${used.cpuSeconds.toFixed(2)} s of one core from a cold start, ${used.seconds.toFixed(2)} s by the clock`,
    },
    {
      what: `${what}, peak memory`,
      measured: used.peakMegabytes,
      unit: "MB resident",
      target: 300,
      better: "less",
      detail: "the most that the process ever held, the runtime itself included",
    },
  ];
};

/** The practice extract at several sizes: rows a second and peak memory, which must not grow with the rows. */
export const csv: Benchmark = {
  name: "csv",
  run: async ({ rows, repeat }) => {
    const all: Figure[] = [];
    for (const count of rows) all.push(...(await figures(count, repeat)));
    return all;
  },
};
