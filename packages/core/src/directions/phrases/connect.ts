import { isNearDoseWord } from "../text/near.ts";
import { DOSE_WORDS, KNOWN_WORDS } from "../words/lexicon.ts";
import { NEED_WORDS } from "../words/need.ts";
import { PART_OF_DAY, TIMES_A_DAY } from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import type { Found } from "./atoms.ts";
import { readReview } from "./appointment.ts";
import { after, wordAt, type Tokens } from "./number.ts";

const isRemark = (tokens: Tokens, at: number): boolean => {
  const word = wordAt(tokens, at);
  if (!/^[a-z]{2,}$/.test(word) || DOSE_WORDS.has(word) || NEED_WORDS.has(word)) return false;
  return KNOWN_WORDS.has(word) || (word.length > 3 && !isNearDoseWord(word));
};

const IF_TOLERATED: readonly (readonly string[])[] = [
  ["if", "tolerated"],
  ["as", "tolerated"],
  ["if", "able"],
  ["if", "well", "tolerated"],
  ["if", "tolerating"],
];

type Simple =
  | "and"
  | "or"
  | "comma"
  | "sentence"
  | "open"
  | "close"
  | "then"
  | "once-only"
  | "as-directed"
  | "if-tolerated";

const MARKS: ReadonlyMap<string, Simple> = new Map([
  ["and", "and"],
  ["&", "and"],
  ["+", "and"],
  ["plus", "and"],
  ["or", "or"],
  [",", "comma"],
  [";", "comma"],
  [":", "comma"],
  ["-", "comma"],
  ["=", "comma"],
  [".", "sentence"],
  ["!", "sentence"],
  ["(", "open"],
  [")", "close"],
]);

const THEN: readonly (readonly string[])[] = [
  ["and", "then"],
  ["then", "reduce", "to"],
  ["then", "increase", "to"],
  ["then", "increasing", "to"],
  ["then", "reducing", "to"],
  ["and", "then", "increase", "to"],
  ["and", "then", "reduce", "to"],
  ["then", "continue", "with"],
  ["then", "continue"],
  ["then"],
  ["thereafter"],
  ["and", "thereafter"],
  ["followed", "by"],
  ["after", "that"],
  ["after", "which"],
  ["afterwards"],
  ["subsequently"],
  ["reducing", "to"],
  ["increasing", "to"],
  ["reduce", "to"],
  ["increase", "to"],
  ["increased", "to"],
  ["reduced", "to"],
  ["decreasing", "to"],
];

const ONCE_ONLY: readonly (readonly string[])[] = [
  ["stat"],
  ["immediately"],
  ["straight", "away"],
  ["straightaway"],
  ["once", "only"],
  ["one", "dose", "only"],
  ["as", "a", "one", "off", "dose"],
  ["as", "a", "one", "off"],
  ["as", "a", "stat", "dose"],
  ["now"],
  ["initially"],
  ["at", "once"],
  ["to", "start"],
];

export const first = (
  tokens: Tokens,
  at: number,
  phrases: readonly (readonly string[])[],
  kind: Simple,
): Found | null => {
  for (const phrase of phrases) {
    const next = after(tokens, at, ...phrase);
    if (next > 0) return { atom: { kind }, next };
  }
  return null;
};

/** "then", "followed by", "increase to": the last names a new amount alone, taken as often as before. */
const thenAt = (tokens: Tokens, at: number): Found | null => {
  const found = first(tokens, at, THEN, "then");
  return found !== null && wordAt(tokens, found.next - 1) === "to"
    ? { atom: { kind: "then", change: true }, next: found.next }
    : found;
};

const LENGTHS: ReadonlySet<string> = new Set(["7", "52", "day", "days", "week", "weeks", "wk", "wks"]);

/** "then have a 7 day break": the place behind it. */
const breakAfter = (tokens: Tokens, at: number): number => {
  let i = at;
  while (["have", "take", "a", "an"].includes(wordAt(tokens, i))) i += 1;
  const days = tokens[i]?.value != null && ["day", "days", "week"].includes(wordAt(tokens, i + 1)) ? i + 2 : -1;
  return days > 0 && ["break", "off", "gap"].includes(wordAt(tokens, days)) ? days + 1 : -1;
};

/** "then stop", "1/52 stop", "and review". */
const stopAfter = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  while (i < at + 2 && ["and", "then", ",", ";", ".", "to"].includes(wordAt(tokens, i))) i += 1;
  const pause = i > at ? breakAfter(tokens, i) : -1;
  if (pause > 0) return { atom: { kind: "stop-after" }, next: pause };
  const word = wordAt(tokens, i);
  const marked = [";", "."].includes(wordAt(tokens, i - 1)) && i > at;
  if (marked && (word !== "stop" || wordAt(tokens, i + 1) !== "")) return null;
  if (word === "stop" && ["if", "when", "taking"].includes(wordAt(tokens, i + 1))) return null;
  const ends = wordAt(tokens, at + 1) === "" && LENGTHS.has(wordAt(tokens, at - 1));
  if (i === at && word === "stop" && ends) return { atom: { kind: "stop-after" }, next: at + 1 };
  // ", review monthly", ", review in 4 weeks": a date to be seen on, and no end of the dose.
  const review = i > at ? readReview(tokens, i) : null;
  if (review !== null) return review;
  if (i > at && ["stop", "review", "reviewed", "rv"].includes(word))
    return { atom: { kind: word === "stop" ? "stop-after" : "harmless" }, next: i + 1 };
  return null;
};

/** Marks and words that join doses: and, or, then, commas, brackets, "stat". */
export const readConnector = (tokens: Tokens, at: number): Found | null => {
  const maybe = wordAt(tokens, at) === "if" || wordAt(tokens, at) === "as";
  const open = maybe ? first(tokens, at, IF_TOLERATED, "if-tolerated") : null;
  if (open !== null) return open;
  const then = stopAfter(tokens, at) ?? thenAt(tokens, at) ?? first(tokens, at, ONCE_ONLY, "once-only");
  if (then !== null) return then;
  // "1tab/bd".
  const counted = UNIT_WORDS.has(wordAt(tokens, at - 1)) && TIMES_A_DAY.has(wordAt(tokens, at + 1));
  if (wordAt(tokens, at) === "/" && counted) return { atom: { kind: "harmless" }, next: at + 1 };
  // "10mg am/20mg pm".
  const parted = PART_OF_DAY.has(wordAt(tokens, at - 1)) && tokens[at + 1]?.value != null;
  if (wordAt(tokens, at) === "/" && parted) return { atom: { kind: "comma" }, next: at + 1 };
  // "qds/prn".
  const need =
    wordAt(tokens, at + 1) === "prn" || (wordAt(tokens, at - 1) === "prn" && TIMES_A_DAY.has(wordAt(tokens, at + 1)));
  if (wordAt(tokens, at) === "/" && need) return { atom: { kind: "comma" }, next: at + 1 };
  // "travel/flying", "PO/SL": two remarks.
  if (wordAt(tokens, at) === "/" && isRemark(tokens, at - 1) && isRemark(tokens, at + 1))
    return { atom: { kind: "harmless" }, next: at + 1 };
  const mark = MARKS.get(wordAt(tokens, at));
  return mark === undefined ? null : { atom: { kind: mark }, next: at + 1 };
};

export const firsts = (phrases: readonly (readonly string[])[]): readonly string[] =>
  phrases.map((phrase) => phrase[0] ?? "");

export const MARK_STARTS: ReadonlySet<string> = new Set([
  "/",
  ...MARKS.keys(),
  ...firsts(THEN),
  ...firsts(ONCE_ONLY),
  "to",
  "stop",
  "if",
  "as",
]);
