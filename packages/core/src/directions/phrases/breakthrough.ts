import type { Atom, Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { wordAt, type Tokens } from "./number.ts";

const DESCRIBES: ReadonlySet<string> = new Set(
  "any your the severe acute moderate cancer persistent episodes episode of incident".split(" "),
);
const HURTS: ReadonlySet<string> = new Set("pain pains cancer episodes episode analgesia relief symptoms".split(" "));

/** What a dose may end with: the phrase then says of this dose when it is taken. */
const OF_THE_DOSE: ReadonlySet<Atom["kind"]> = new Set([
  "amount",
  "noun",
  "times",
  "every",
  "part",
  "need",
  "cap",
  "lasting",
  "verb",
]);
const MARKS: ReadonlySet<Atom["kind"]> = new Set(["comma", "sentence", "open"]);
const ENDS: ReadonlySet<string> = new Set(["", ".", ")", ",", "prn", "when", "if", "max", "maximum"]);

/**
 * "for breakthrough pain": pain that breaks through is treated where it does, and so the dose is taken at need. Said of
 * another medicine ("use oramorph for breakthrough pain") it is a remark.
 */
export const readBreakthrough = (tokens: Tokens, at: number, before: Before): Found | null => {
  let i = at + 1;
  while (DESCRIBES.has(wordAt(tokens, i))) i += 1;
  if (wordAt(tokens, i) === "break" && wordAt(tokens, i + 1) === "through") i += 1;
  else if (wordAt(tokens, i) !== "breakthrough") return null;
  i += 1;
  while (HURTS.has(wordAt(tokens, i))) i += 1;
  const own =
    before.last === null ||
    OF_THE_DOSE.has(before.last) ||
    (MARKS.has(before.last) && ENDS.has(wordAt(tokens, i))) ||
    !before.amountSeen;
  return { atom: { kind: own ? "need" : "harmless" }, next: i };
};

export const BREAKTHROUGH_STARTS: ReadonlySet<string> = new Set(["for"]);
