import { HARMLESS_PHRASES } from "../words/harmless-phrases.ts";
import { APPOINTMENT_STARTS, readDate, readReview } from "./appointment.ts";
import { harmless, type Found } from "./atoms.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";
import { readRemoval, REMOVAL_STARTS } from "./removal.ts";
import { readSupply, SUPPLY_STARTS } from "./supply.ts";
import { readWarning, WARNING_STARTS } from "./warning.ts";

/** "in 125ml of water": what the dose is mixed with. */
const mixedWith = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (word !== "in" && word !== "with") return null;
  const number = readNumber(tokens, at + (["about", "approximately", "at"].includes(wordAt(tokens, at + 1)) ? 2 : 1));
  if (number === null || !["ml", "mls", "litre", "litres"].includes(wordAt(tokens, number.next))) return null;
  let next = number.next + 1;
  if (wordAt(tokens, next) === "of") next += 1;
  return ["water", "juice", "liquid", "fluid", "milk"].includes(wordAt(tokens, next)) ? harmless(next + 1) : null;
};

const phrase = (tokens: Tokens, at: number): Found | null => {
  for (const words of HARMLESS_PHRASES.get(wordAt(tokens, at)) ?? []) {
    const next = after(tokens, at, ...words);
    if (next > 0) return harmless(next);
  }
  return null;
};

/** Whatever is known not to change the dose. */
export const readHarmless = (tokens: Tokens, at: number): Found | null =>
  readSupply(tokens, at) ??
  mixedWith(tokens, at) ??
  readRemoval(tokens, at) ??
  readWarning(tokens, at) ??
  readReview(tokens, at) ??
  readDate(tokens, at) ??
  phrase(tokens, at);

export const HARMLESS_STARTS: ReadonlySet<string> = new Set([
  ...HARMLESS_PHRASES.keys(),
  ...SUPPLY_STARTS,
  ...REMOVAL_STARTS,
  ...WARNING_STARTS,
  ...APPOINTMENT_STARTS,
]);
