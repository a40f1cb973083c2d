import { statSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./benchmark.ts";
import { writeFhirPeople } from "./fhir-people.ts";
import { CONCORD, measure, quickest, workFolder } from "./measure.ts";

/** FHIR bundles as NDJSON: the whole register against JSON.parse alone on the same file, both from a cold start. */
export const fhir: Benchmark = {
  name: "fhir",
  run: async ({ people, repeat }) => {
    const file = join(workFolder, `people-${people}.ndjson`);
    await writeFhirPeople(file, people);
    const parse = await quickest(repeat, () => measure("bench/json-parse-alone.ts", file));
    const register = await quickest(repeat, () => measure(CONCORD, "register", file, "--json"));
    const megabytes = statSync(file).size / 1e6;
    return [
      {
        what: `FHIR register of ${people} people, throughput to JSON.parse alone`,
        measured: parse.cpuSeconds / register.cpuSeconds,
        unit: "of JSON.parse",
        target: 0.75,
        better: "more",
        detail: `${megabytes.toFixed(0)} MB: ${parse.cpuSeconds.toFixed(2)} s of one core to parse, ${register.cpuSeconds.toFixed(2)} s to the register; by the clock ${parse.seconds.toFixed(2)} and ${register.seconds.toFixed(2)} s`,
      },
    ];
  },
};
