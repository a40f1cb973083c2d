// The dose kernel alone: issues in memory, items read before, one core. Prints what it took as JSON.
//   node bench/kernel-alone.ts EXTRACT.csv
import process from "node:process";
import { createItemReader, exposureOf, identify, readDirections, readFhirDosage, type Issue } from "@concord/core";
import { readRecords } from "@concord/exchange";

const ROUNDS = 7;

const file = process.argv[2];
if (file === undefined) throw new Error("which extract?");

const records = await readRecords([file], {
  readItem: createItemReader({ table: "uk", identify, readDirections, readFhirDosage }),
  latestDay: null,
});
const people: (readonly Issue[])[] = [...records.people()].map(({ issues }) => issues);
records.close();
const issues = people.reduce((sum, own) => sum + own.length, 0);

/** Something of every result is used, so that no work can be left out. */
let segments = 0;
const rounds = Array.from({ length: ROUNDS }, () => {
  const before = process.cpuUsage();
  for (const own of people) segments += exposureOf(own).segments.length;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
});
// The first rounds warm up; the quickest is the kernel itself.
console.log(
  JSON.stringify({ issues, people: people.length, seconds: Math.min(...rounds), segments: segments / ROUNDS }),
);
