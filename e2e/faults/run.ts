// npm run faults: what goes wrong around the service while people are at work, one fault after another. Says what was
// measured; exits with 1 where something acknowledged was lost, the log is not whole, or the service needed a hand.
//
//   npm run faults                                    all of them, some ten minutes
//   npm run faults -- --only restart,connections      some of them
//   npm run faults -- --seconds 2 --rounds 2          shorter
import process from "node:process";
import { parseArgs } from "node:util";
import { clockMovedBack } from "./clock-moved-back.ts";
import { databaseRestarts } from "./database-restarts.ts";
import type { Fault } from "./fault.ts";
import { fullDisk } from "./full-disk.ts";
import { noConnections } from "./no-connections.ts";

const ALL: readonly Fault[] = [databaseRestarts, fullDisk, clockMovedBack, noConnections];

const { values } = parseArgs({
  options: {
    only: { type: "string", default: ALL.map(({ name }) => name).join(",") },
    clients: { type: "string", default: "20" },
    seconds: { type: "string", default: "8" },
    rounds: { type: "string", default: "6" },
    people: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
  },
});

const wanted = values.only.split(",");
const unknown = wanted.filter((name) => !ALL.some((fault) => fault.name === name));
if (unknown.length > 0) {
  console.error(`No fault is called ${unknown.join(", ")}; there are ${ALL.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const plan = {
  clients: Number(values.clients),
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  people: Number(values.people),
  seed: Number(values.seed),
  say: (line: string) => console.log(line),
};

let [failed, skipped] = [0, 0];
for (const { name, what, run } of ALL.filter((fault) => wanted.includes(fault.name))) {
  console.log(`${name}: ${what}`);
  const outcome = await run(plan).catch((error: Error) => ({ problems: [error.stack ?? error.message] }));
  for (const problem of outcome.problems) console.log(`  PROBLEM  ${problem}`);
  if (outcome.problems.length > 0) failed++;
  if ("skipped" in outcome) skipped++;
  console.log("skipped" in outcome ? `  skipped: ${outcome.skipped}` : `  ${outcome.problems.length} problems`);
}
console.log(`${wanted.length - failed - skipped} of ${wanted.length} faults left everything well, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
