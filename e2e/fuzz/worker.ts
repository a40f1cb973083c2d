import { parentPort, workerData } from "node:worker_threads";
import { chanceOf } from "./chance.ts";
import { FUZZED_READERS } from "./readers/all.ts";
import { tryInput } from "./try-input.ts";

/** What whoever watches is told: an input that is begun, one that went wrong, the end. */
export type Told =
  | { readonly kind: "wrong"; readonly reader: string; readonly found: string; readonly input: Uint8Array }
  | { readonly kind: "done"; readonly tried: Readonly<Record<string, number>> };

export interface Work {
  readonly seed: number;
  readonly inputs: number;
  /** The input at hand, for whoever ends a worker that hangs: how long it is, then its bytes. */
  readonly atHand: SharedArrayBuffer;
  /** How many were begun. */
  readonly begun: SharedArrayBuffer;
}

const { seed, inputs, atHand, begun } = workerData as Work;
const length = new Int32Array(atHand, 0, 1);
const bytes = new Uint8Array(atHand, 4);
const count = new Int32Array(begun);

const tell: (told: Told) => void = parentPort!.postMessage.bind(parentPort!);
const chance = chanceOf(seed);
const drawn = FUZZED_READERS.flatMap((reader) => Array<typeof reader>(reader.share).fill(reader));
const tried: Record<string, number> = {};

for (let i = 0; i < inputs; i++) {
  const reader = chance.one(drawn);
  const input = reader.spoil(chance);
  bytes.set(input.subarray(0, bytes.length));
  length[0] = input.length;
  count[0]! += 1;
  const found = await tryInput(reader, input);
  tried[reader.name] = (tried[reader.name] ?? 0) + 1;
  if (found !== null) tell({ kind: "wrong", reader: reader.name, found, input });
}
tell({ kind: "done", tried });
