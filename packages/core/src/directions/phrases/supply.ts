import { PACKING } from "../words/harmless.ts";
import { KNOWN_WORDS, DOSE_WORDS } from "../words/lexicon.ts";
import {
  COUNTED_TIMES,
  TIMES_WORDS,
  DAILY_WORDS,
  DAY_NAMES,
  DAY_WORDS,
  WEEK_WORDS,
  WEEKLY_WORDS,
} from "../words/times.ts";
import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { readTimes } from "./times.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";

const SUPPLY: ReadonlySet<string> = new Set(
  `dispense dispensed supply issue collect issued pickup deliver supplied prescribe prescribed delivered collected collecting collects delivers dispenses supervised supervise
  supervision consumption delivery deliveries collection collections takeaway dispensing observed`
    .trim()
    .split(/\s+/),
);
const PACKED_LEADS: ReadonlySet<string> = new Set(["in", "for", "via", "on", "with", "a"]);
const RHYTHM: ReadonlySet<string> = new Set([
  "in",
  "as",
  "every",
  "once",
  "a",
  "on",
  "per",
  "basis",
  "each",
  "monthly",
  "fortnightly",
  "consumption",
]);
const DAY_JOINS: ReadonlySet<string> = new Set(["and", "&", ",", "-", "/", "to", "on", "the", "every", "each", "or"]);

const isWeekly = (word: string): boolean => WEEKLY_WORDS.has(word) || word === "monthly" || word === "fortnightly";
const isRhythm = (word: string): boolean =>
  RHYTHM.has(word) || WEEKLY_WORDS.has(word) || DAILY_WORDS.has(word) || WEEK_WORDS.has(word);

/** The place after the weekdays that a word of supply leads to: "collect from the chemist Mon, Wed and Fri". */
const afterSupplyDays = (tokens: Tokens, at: number): number => {
  let i = at;
  for (let ahead = i; ahead < at + 7; ahead += 1) {
    const word = wordAt(tokens, ahead);
    if (DAY_NAMES.has(word)) i = ahead + 1;
    else if (tokens[ahead]?.value != null || (!DAY_JOINS.has(word) && (DOSE_WORDS.has(word) || word === "."))) break;
  }
  if (i === at) return at;
  for (let next = i; DAY_NAMES.has(wordAt(tokens, next)) || DAY_JOINS.has(wordAt(tokens, next)); next += 1)
    if (DAY_NAMES.has(wordAt(tokens, next))) i = next + 1;
  return i;
};

/** The place after "collect", "pick up", "supervised"; -1 where none stands there. */
const supplyWord = (tokens: Tokens, at: number): number => {
  const word = wordAt(tokens, at);
  if (SUPPLY.has(word)) return at + 1;
  if (word !== "pick" && word !== "picked" && word !== "take") return -1;
  let up = after(tokens, at, "pick", "up");
  if (up < 0) up = after(tokens, at, "pick", "-", "up");
  if (up < 0) up = after(tokens, at, "picked", "up");
  if (up < 0) up = after(tokens, at, "take", "home");
  return up;
};

/** "Sunday dose to take home", "Weds delivery": a day on which it is handed out. */
const dayOfSupply = (tokens: Tokens, at: number): Found | null => {
  if (!DAY_NAMES.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (DAY_NAMES.has(wordAt(tokens, i)) || (DAY_JOINS.has(wordAt(tokens, i)) && DAY_NAMES.has(wordAt(tokens, i + 1))))
    i += 1;
  if (wordAt(tokens, i) === "doses" || wordAt(tokens, i) === "dose") {
    i += 1;
    if (wordAt(tokens, i) === "to") i += 1;
    while (["be", "is", "are", "a"].includes(wordAt(tokens, i))) i += 1;
    if (wordAt(tokens, i) === "taken" && wordAt(tokens, i + 1) === "home") return harmless(i + 2);
  }
  const next = supplyWord(tokens, i);
  if (next > 0) return harmless(next);
  // "1 bd, Sunday dose": one that is different, or the only one.
  const ofDay = ["dose", "doses"].includes(wordAt(tokens, i - 1)) && tokens[i]?.value == null;
  return ofDay ? { atom: { kind: "bad", reason: "two-readings" }, next: i } : null;
};

const spanned = (tokens: Tokens, at: number): number => {
  const number = readNumber(tokens, at);
  if (number === null) return -1;
  const unit = wordAt(tokens, number.next) === "-" ? number.next + 1 : number.next;
  return DAY_WORDS.has(wordAt(tokens, unit)) || WEEK_WORDS.has(wordAt(tokens, unit)) ? unit + 1 : -1;
};

const startsTimes = (tokens: Tokens, at: number): boolean =>
  COUNTED_TIMES.has(wordAt(tokens, at)) || (tokens[at]?.value != null && TIMES_WORDS.has(wordAt(tokens, at + 1)));

const packed = (tokens: Tokens, at: number, before: Before): Found | null => {
  let i = at;
  // "1 om 2 on nomad": the dose at night, then its packing.
  if (wordAt(tokens, i) === "on" && before.amountWaits) return null;
  if (PACKED_LEADS.has(wordAt(tokens, i))) i += 1;
  if (wordAt(tokens, i) === "a") i += 1;
  const span = spanned(tokens, i);
  const weekly = before.said !== "nothing" && startsTimes(tokens, i) ? readTimes(tokens, i) : null;
  const every = before.said !== "nothing" && tokens[i]?.value != null && isWeekly(wordAt(tokens, i + 1)) ? i + 2 : -1;
  if (span > 0) i = span;
  else if (every > 0 && PACKING.has(wordAt(tokens, every))) i = every;
  else if (weekly?.atom.kind === "times" && weekly.atom.days === 7) i = weekly.next;
  else if (DAILY_WORDS.has(wordAt(tokens, i)) && before.amountWaits) return null;
  else if (WEEKLY_WORDS.has(wordAt(tokens, i)) || ["monthly", "fortnightly", "daily"].includes(wordAt(tokens, i)))
    i += 1;
  const unknown =
    i > at &&
    WEEKLY_WORDS.has(wordAt(tokens, i - 1)) &&
    /^[a-z]{3,}$/.test(wordAt(tokens, i)) &&
    !KNOWN_WORDS.has(wordAt(tokens, i));
  // "weekly vnlink": packed weekly or taken weekly.
  if (unknown) return { atom: { kind: "bad", reason: "two-readings" }, next: i + 1 };
  const up = i > at ? supplyWord(tokens, i) : -1;
  if (up > 0 && !PACKING.has(wordAt(tokens, i))) return harmless(up);
  if (!PACKING.has(wordAt(tokens, i))) return null;
  while (PACKING.has(wordAt(tokens, i)) || wordAt(tokens, i) === "only") i += 1;
  const rhythm = wordAt(tokens, i);
  const late = before.said !== "nothing" && (WEEKLY_WORDS.has(rhythm) || ["monthly", "fortnightly"].includes(rhythm));
  return harmless(afterSupplyDays(tokens, late ? i + 1 : i));
};

/** "weekly venalink", "28 day supply", "collect Mon and Fri", "dispense weekly": how it is handed out, not taken. */
export const readSupply = (tokens: Tokens, at: number, before: Before): Found | null => {
  const day = dayOfSupply(tokens, at);
  if (day !== null) return day;
  const next = supplyWord(tokens, at);
  if (next < 0) return packed(tokens, at, before);
  let i = next;
  const daily = DAILY_WORDS.has(wordAt(tokens, i)) && before.said === "nothing" && before.amountWaits;
  const rhythm = readTimes(tokens, i);
  if (rhythm?.atom.kind === "times" && rhythm.atom.days === 7) i = rhythm.next;
  if (daily) return harmless(afterSupplyDays(tokens, i));
  while (isRhythm(wordAt(tokens, i))) i += 1;
  return harmless(afterSupplyDays(tokens, i));
};

export const SUPPLY_STARTS: readonly string[] = [
  ...SUPPLY,
  ...PACKED_LEADS,
  ...DAY_NAMES.keys(),
  "pick",
  "picked",
  "once",
  "twice",
  "three",
  "take",
];
