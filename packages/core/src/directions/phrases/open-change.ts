import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { after, wordAt, type Tokens } from "./number.ts";

/** A change that is meant for later, with neither its size nor its day: until then the dose that is written stands. */
const LATER: readonly (readonly string[])[] = [
  "step down when pain settles",
  "step down as pain settles",
  "step down when pain improves",
  "step down once pain settles",
  "reduce when pain improves",
  "reduce as pain improves",
  "reduce as pain settles",
  "reduce when pain settles",
  "reduce once pain improves",
  "reduce once pain settles",
  "reduce when pain better",
  "reduce when able",
  "reduce if able",
  "reduce as able",
  "reducing slowly",
  "reducing gradually",
  "slowly reducing",
  "gradually reducing",
  "aim to reduce",
  "aim to stop",
  "aim to wean",
  "aiming to reduce",
  "plan to reduce",
  "titrate up if tolerated",
  "titrate up as tolerated",
  "titrate up if needed",
].map((phrase) => phrase.split(" "));

const NEXT_TIME: readonly (readonly string[])[] = [
  ["at", "next", "review"],
  ["at", "review"],
  ["at", "next", "appointment"],
  ["in", "future"],
];
const ENDS: ReadonlySet<string> = new Set(["", ".", ")"]);

/**
 * "reduce when pain improves", "aim to reduce at next review": read as a remark behind a whole dose, where the text ends with it.
 * One that names a number, a day or a condition of taking less ("reduce if drowsy") is not passed over.
 */
export const readOpenChange = (tokens: Tokens, at: number, { said, amountWaits }: Before): Found | null => {
  if (said === "nothing" || amountWaits) return null;
  for (const phrase of LATER) {
    let next = after(tokens, at, ...phrase);
    if (next < 0) continue;
    for (const time of NEXT_TIME) next = Math.max(next, after(tokens, next, ...time));
    if (ENDS.has(wordAt(tokens, next)) && tokens.slice(next).every(({ value }) => value === null))
      return harmless(next);
  }
  return null;
};

export const OPEN_CHANGE_STARTS: readonly string[] = [...new Set(LATER.map(([word]) => word ?? ""))];
