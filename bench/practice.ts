import { statSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./benchmark.ts";
import { CONCORD, measure, quickest, workFolder } from "./measure.ts";
import { practiceOf } from "./twin-practice.ts";

/** From the files of a whole practice to the page that a person opens. */
export const practice: Benchmark = {
  name: "practice",
  run: async ({ people, repeat }) => {
    const { file, rows } = await practiceOf(people);
    const page = join(workFolder, "register.html");
    const used = await quickest(repeat, () => measure(CONCORD, "register", file, "--html", page));
    return [
      {
        what: `register of a practice of ${people.toLocaleString("en-GB")} people, from file to page`,
        measured: used.seconds,
        unit: "seconds",
        target: 5,
        better: "less",
        detail: `${rows.toLocaleString("en-GB")} rows of eight years; a page of ${(statSync(page).size / 1e6).toFixed(1)} MB; ${used.cpuSeconds.toFixed(2)} s of one core; ${used.peakMegabytes.toFixed(0)} MB resident`,
      },
    ];
  },
};
