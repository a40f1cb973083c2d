import type { Meaning } from "./medication-rows.ts";
import { FIRST_STRETCH, STRETCHES } from "./skim-bundle.ts";

interface Known {
  readonly stretches: readonly Buffer[];
  readonly meaning: Meaning;
}

/** Distinct requests held before all are forgotten and read anew: keeps memory bounded. */
const KEPT = 20_000;
/** Bytes of a stretch that make the hint: requests that share it are compared in full. */
const SAMPLES = 24;

/**
 * Requests by the bytes of their decisive members. Exact: a hint finds the few that may be the same, and every byte
 * is then compared. That is several times quicker than making a text of them to look up.
 */
export class RequestMemory {
  readonly #known = new Map<number, Known[]>();
  #count = 0;

  find(line: Buffer, places: Int32Array, at: number): Meaning | undefined {
    const candidates = this.#known.get(hintOf(line, places, at));
    if (candidates === undefined) return undefined;
    for (let i = 0; i < candidates.length; i++)
      if (isSame(candidates[i]!.stretches, line, places, at)) return candidates[i]!.meaning;
    return undefined;
  }

  remember(line: Buffer, places: Int32Array, at: number, meaning: Meaning): Meaning {
    if (++this.#count > KEPT) {
      this.#known.clear();
      this.#count = 1;
    }
    const stretches: Buffer[] = [];
    for (let i = 0; i < places[at + STRETCHES]!; i++) {
      const place = at + FIRST_STRETCH + i * 2;
      stretches.push(Buffer.from(line.subarray(places[place], places[place + 1])));
    }
    const hint = hintOf(line, places, at);
    const candidates = this.#known.get(hint);
    if (candidates === undefined) this.#known.set(hint, [{ stretches, meaning }]);
    else candidates.push({ stretches, meaning });
    return meaning;
  }
}

const hintOf = (line: Buffer, places: Int32Array, at: number): number => {
  let hint = 0;
  for (let i = 0; i < places[at + STRETCHES]!; i++) {
    const from = places[at + FIRST_STRETCH + i * 2]!;
    const to = places[at + FIRST_STRETCH + i * 2 + 1]!;
    const stride = ((to - from) / SAMPLES) | 1;
    hint = (Math.imul(hint, 31) + to - from) | 0;
    for (let place = to - 1; place >= from; place -= stride) hint = (Math.imul(hint, 31) + line[place]!) | 0;
  }
  return hint;
};

const isSame = (stretches: readonly Buffer[], line: Buffer, places: Int32Array, at: number): boolean => {
  if (stretches.length !== places[at + STRETCHES]) return false;
  for (let i = 0; i < stretches.length; i++) {
    const known = stretches[i]!;
    const from = places[at + FIRST_STRETCH + i * 2]!;
    const to = places[at + FIRST_STRETCH + i * 2 + 1]!;
    if (known.length !== to - from || line.compare(known, 0, known.length, from, to) !== 0) return false;
  }
  return true;
};
