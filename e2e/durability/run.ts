// npm run durability: kills the service with -9 at its work and looks for anything that was lost. Exits with 1 where
// something was.
//
//   npm run durability -- --rounds 50 --seed 1
import process from "node:process";
import { parseArgs } from "node:util";
import { runRounds } from "./rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    people: { type: "string", default: "400" },
  },
});

const [rounds, seed, people] = [values.rounds, values.seed, values.people].map(Number) as [number, number, number];
const say = (line: string) => console.log(line);
const { problems, acknowledged, rows, slowestStart } = await runRounds({ rounds, seed, people, say });
for (const problem of problems) console.log(`LOST  ${problem}`);
console.log(
  `${rounds} rounds, seed ${seed}: ${acknowledged} acknowledged writes and ${rows} rows sent, ${problems.length} problems; slowest start ${(slowestStart / 1000).toFixed(1)} s`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
