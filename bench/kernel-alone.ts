// The dose kernel alone: issues in memory, items read before, one core. Prints what it took as JSON.
//   node bench/kernel-alone.ts EXTRACT.csv
import process from "node:process";
import { createItemReader, exposureOf, type Issue } from "@concord/core";
import { readRecords } from "@concord/exchange";

const ROUNDS = 7;

const file = process.argv[2];
if (file === undefined) throw new Error("which extract?");

const records = await readRecords([file], { readItem: createItemReader({ table: "uk" }), latestDay: null });
const people: (readonly Issue[])[] = [...records.people()].map(({ issues }) => issues);
records.close();
const issues = people.reduce((sum, own) => sum + own.length, 0);

/** Something of every result is used, so that no work can be left out. */
let segments = 0;
const rounds = Array.from({ length: ROUNDS }, () => {
  const before = performance.now();
  for (const own of people) segments += exposureOf(own).segments.length;
  return (performance.now() - before) / 1000;
});
// The first rounds warm up; the quickest is the kernel itself.
console.log(
  JSON.stringify({ issues, people: people.length, seconds: Math.min(...rounds), segments: segments / ROUNDS }),
);
