// npm run fuzz: spoilt input for every reader of what comes from outside, a million of them if nothing else is said.
//   npm run fuzz -- --inputs 1000000 --seed 1
// What goes wrong is kept in out/fuzz/, one file a kind of fault, and the exit code is 1.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Told, Work } from "./worker.ts";

const OUT = join(import.meta.dirname, "../../out/fuzz");
/** So many by one worker, each with a seed of its own: what hangs takes its worker along. */
const BY_ONE = 20_000;
const LONGEST_SECONDS = 60;
const LARGEST = 1 << 20;

const { values } = parseArgs({
  options: { inputs: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
});
const wanted = Number(values.inputs);
const firstSeed = Number(values.seed);

const faults = new Map<string, number>();
const tried = new Map<string, number>();
mkdirSync(OUT, { recursive: true });

/** Faults of one kind: the same words, numbers aside, at the same place. */
const note = (reader: string, found: string, input: Uint8Array): void => {
  const kind = `${reader}: ${found.split("\n").slice(0, 3).join(" ").replaceAll(/\d+/g, "0")}`;
  const seen = faults.get(kind) ?? 0;
  faults.set(kind, seen + 1);
  if (seen > 0) return;
  const name = `${reader}-${createHash("sha256").update(kind).digest("hex").slice(0, 8)}`;
  writeFileSync(join(OUT, `${name}.bin`), input);
  writeFileSync(join(OUT, `${name}.txt`), `${found}\n`);
  console.log(`WRONG ${name}: ${found.split("\n").slice(0, 4).join(" | ")}`);
};

/** One worker to its end, or to the input on which it hangs; how many inputs it began. */
const work = (seed: number, inputs: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const [atHand, begun] = [new SharedArrayBuffer(LARGEST), new SharedArrayBuffer(4)];
    const count = new Int32Array(begun);
    const workerData: Work = { seed, inputs, atHand, begun };
    const worker = new Worker(join(import.meta.dirname, "worker.ts"), { workerData });
    let [seen, since] = [-1, Date.now()];
    const end = (): void => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(count[0]!));
    };
    const watch = setInterval(() => {
      if (count[0] !== seen) [seen, since] = [count[0]!, Date.now()];
      if (Date.now() - since < LONGEST_SECONDS * 1000) return;
      const length = Math.min(new Int32Array(atHand, 0, 1)[0]!, LARGEST - 4);
      note("any", "hangs", new Uint8Array(atHand, 4, length).slice());
      end();
    }, 1000);
    worker.on("message", (told: Told) => {
      if (told.kind === "wrong") return note(told.reader, told.found, told.input);
      for (const [name, times] of Object.entries(told.tried)) tried.set(name, (tried.get(name) ?? 0) + times);
      end();
    });
    worker.on("error", (error) => {
      clearInterval(watch);
      reject(error);
    });
  });

const started = Date.now();
let done = 0;
for (let seed = firstSeed; done < wanted; seed++) {
  done += await work(seed, Math.min(BY_ONE, wanted - done));
  const minutes = (Date.now() - started) / 60_000;
  console.log(`${done} inputs, up to seed ${seed}, ${minutes.toFixed(1)} minutes, ${faults.size} kinds of fault`);
}
console.log([...tried].map(([name, times]) => `${name} ${times}`).join(", "));
for (const [kind, times] of faults) console.log(`${times} times ${kind}`);
process.exitCode = faults.size === 0 ? 0 : 1;
