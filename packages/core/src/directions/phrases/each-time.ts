import type { Before } from "./in-context.ts";
import { harmless, type Found } from "./atoms.ts";
import { after, wordAt, type Tokens } from "./number.ts";

const EACH_TIME: readonly (readonly string[])[] = [
  ["at", "a", "time"],
  ["at", "one", "time"],
  ["each", "time"],
  ["every", "time"],
  ["per", "dose"],
  ["each", "dose"],
  ["a", "dose"],
];

/** "Two at a time, 4 times daily", "30mg per dose": the amount is of one time, which it is anyway. */
export const readEachTime = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (before.last !== "amount" && before.last !== "noun") return null;
  for (const phrase of EACH_TIME) {
    const next = after(tokens, at, ...phrase);
    // "each dose 4 hours apart" speaks of the time between.
    if (next > 0 && tokens[next]?.value == null) return harmless(next);
    if (next > 0 && ["times", "x", "doses"].includes(wordAt(tokens, next + 1))) return harmless(next);
  }
  return null;
};

export const EACH_TIME_STARTS: readonly string[] = ["at", "each", "every", "per", "a"];
