// npm run bench: each figure beside its target, in one run. Exits with 1 where a target is not met.
//
//   npm run bench                                all of them (about 5 GB of disk in out/bench, some minutes)
//   npm run bench -- --only fhir,kernel          some of them
//   npm run bench -- --rows 1000000 --repeat 1   smaller
import process from "node:process";
import { parseArgs } from "node:util";
import { audit } from "./audit.ts";
import { isMet, type Benchmark, type Figure } from "./benchmark.ts";
import { csv } from "./csv.ts";
import { fhir } from "./fhir.ts";
import { kernel } from "./kernel.ts";
import { practice } from "./practice.ts";
import { service } from "./service.ts";

const ALL: readonly Benchmark[] = [fhir, csv, kernel, practice, service, audit];

const { values } = parseArgs({
  options: {
    only: { type: "string", default: ALL.map(({ name }) => name).join(",") },
    people: { type: "string", default: "10000" },
    rows: { type: "string", default: "1000000,10000000" },
    repeat: { type: "string", default: "3" },
  },
});

const wanted = values.only.split(",");
const unknown = wanted.filter((name) => !ALL.some((one) => one.name === name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(", ")}; there are ${ALL.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const sizes = {
  people: Number(values.people),
  rows: values.rows.split(",").map(Number),
  repeat: Number(values.repeat),
};

const say = (figure: Figure): string => {
  const number = (value: number): string =>
    value >= 1000 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(2);
  const target = `${figure.better === "more" ? "at least" : "under"} ${number(figure.target)}`;
  const verdict = isMet(figure) ? "met" : "not met";
  return `${verdict.padEnd(8)} ${figure.what}: ${number(figure.measured)} ${figure.unit} (target: ${target})\n         ${figure.detail}`;
};

const figures: Figure[] = [];
let broken = 0;
for (const benchmark of ALL.filter(({ name }) => wanted.includes(name))) {
  try {
    for (const figure of await benchmark.run(sizes)) {
      figures.push(figure);
      console.log(say(figure));
    }
  } catch (error) {
    broken++;
    console.log(`broken   ${benchmark.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const met = figures.filter(isMet).length;
console.log(`${met} of ${figures.length} targets met${broken > 0 ? `, ${broken} could not be measured` : ""}`);
process.exitCode = met === figures.length && broken === 0 ? 0 : 1;
