import { compare, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import { ORDINALS } from "../words/numbers.ts";
import { DAY_WORDS, HOUR_WORDS, HOURLY_WORDS, WEEK_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { every } from "./every.ts";
import { after, readRange, wordAt, type Tokens } from "./number.ts";

const fixed = (hours: number, next: number): Found => every({ min: ratio(hours), max: ratio(hours) }, next);

/** Hours in the unit of time at this place; null where it is none. */
const hoursOf = (word: string): Ratio | null => {
  if (HOUR_WORDS.has(word) || HOURLY_WORDS.has(word)) return ratio(1);
  if (DAY_WORDS.has(word)) return ratio(24);
  return WEEK_WORDS.has(word) ? ratio(168) : null;
};

const other = (tokens: Tokens, at: number): Found | null => {
  const start = wordAt(tokens, at) === "on" ? at + 1 : at;
  const word = wordAt(tokens, start);
  if (word === "alternate" || word === "alternative" || word === "alt") {
    const next = wordAt(tokens, start + 1);
    if (
      DAY_WORDS.has(next) ||
      ["nights", "night", "nocte", "mane", "evenings", "mornings", "morning", "evening", "die"].includes(next)
    ) {
      if (next === "days" || next === "day" || next === "d" || next === "die") return fixed(48, start + 2);
      return fixed(48, start + 1);
    }
    return null;
  }
  if (
    (word === "every" || word === "each") &&
    ["other", "second", "alternate", "2nd"].includes(wordAt(tokens, start + 1))
  ) {
    const next = wordAt(tokens, start + 2);
    if (DAY_WORDS.has(next)) return fixed(48, start + 3);
    if (["night", "morning", "evening"].includes(next)) return fixed(48, start + 2);
    if (WEEK_WORDS.has(next)) return fixed(336, start + 3);
  }
  return null;
};

const NIGHTS: ReadonlySet<string> = new Set(["night", "morning", "evening"]);

const ordinal = (tokens: Tokens, at: number): Found | null => {
  if (wordAt(tokens, at) !== "every") return null;
  const word = ORDINALS.get(wordAt(tokens, at + 1));
  const digits = tokens[at + 1];
  // The night of "every third night" stays, and says when.
  if (word !== undefined && NIGHTS.has(wordAt(tokens, at + 2))) return fixed(24 * word, at + 2);
  if (word !== undefined && DAY_WORDS.has(wordAt(tokens, at + 2))) return fixed(24 * word, at + 3);
  if (
    digits?.value != null &&
    digits.value.d === 1 &&
    ["rd", "th", "nd"].includes(wordAt(tokens, at + 2)) &&
    DAY_WORDS.has(wordAt(tokens, at + 3))
  )
    return fixed(24 * digits.value.n, at + 4);
  return null;
};

const COUNTED: ReadonlySet<string> = new Set(
  "tab tabs tablet tablets cap caps capsule capsules patch patches".split(" "),
);

/** "every 4-6 hours", "q4h", "4 hourly", "every 72 hrs", "every hour", "at 12 hour intervals", "every 3/7". */
const counted = (tokens: Tokens, at: number): Found | null => {
  const lead = wordAt(tokens, at);
  // "1 patch/72 hours".
  const slash = lead === "/" && COUNTED.has(wordAt(tokens, at - 1)) && tokens[at + 1]?.digits === true;
  const led = lead === "every" || lead === "q" || lead === "each" || slash;
  let start = led ? at + 1 : at;
  if (lead === "at" && after(tokens, at + 1, "intervals", "of") > 0) start = at + 3;
  else if (lead === "at" || lead === "in") start = at + 1;
  const bare = start === at;
  if (led && HOUR_WORDS.has(wordAt(tokens, start)) && wordAt(tokens, start) !== "h") return fixed(1, start + 1);
  if (!bare && !led && lead === "in") return null;
  const days = led ? after(tokens, start + 1, "/", "7") : -1;
  if (days > 0 && tokens[start]?.value?.d === 1) return fixed(24 * (tokens[start]?.value?.n ?? 1), days);
  const range = readRange(tokens, start, true);
  if (range === null || range.range.min.n === 0) return null;
  let next = range.next;
  if (wordAt(tokens, next) === "-") next += 1;
  const word = wordAt(tokens, next);
  const by = hoursOf(word);
  if (by === null) return null;
  const hours = { min: times(range.range.min, by), max: times(range.range.max, by) };
  const interval = ["intervals", "interval"].includes(wordAt(tokens, next + 1));
  if (HOURLY_WORDS.has(word)) return every(hours, interval ? next + 2 : next + 1);
  if (lead === "at") return interval || start === at + 3 ? every(hours, interval ? next + 2 : next + 1) : null;
  if (led) return every(hours, wordAt(tokens, next + 1) === "period" ? next + 2 : next + 1);
  return null;
};

/** No interval is longer than four weeks: "(2200hrs)" is an hour of the clock. */
const LONGEST_BRACKETED = ratio(672);

/** "every 4 days (96 hours)": the interval once more, in brackets. */
const bracketed = (tokens: Tokens, at: number): Found | null => {
  if (wordAt(tokens, at - 1) !== "(") return null;
  const range = readRange(tokens, at, false);
  if (range === null || range.range.min.n === 0 || !HOUR_WORDS.has(wordAt(tokens, range.next))) return null;
  if (compare(range.range.max, LONGEST_BRACKETED) > 0) return null;
  return wordAt(tokens, range.next + 1) === ")" ? every(range.range, range.next + 1) : null;
};

/** "qqh": every four hours. "hourly" alone: every hour. */
const oneWord = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (word === "qqh") return fixed(4, at + 1);
  if (word === "eod") return { atom: { kind: "bad", reason: "two-readings" }, next: at + 1 };
  return word === "hourly" ? fixed(1, at + 1) : null;
};

/**
 * The time from one dose to the next, in hours, with its range.
 * @example "every 4 to 6 hours" // 4 to 6; "on alternate days" // 48; "every third day" // 72
 */
export const readInterval = (tokens: Tokens, at: number): Found | null =>
  oneWord(tokens, at) ?? other(tokens, at) ?? ordinal(tokens, at) ?? counted(tokens, at) ?? bracketed(tokens, at);

/** Words that may lead to a least distance between doses. */
export const SPACING_STARTS: ReadonlySet<string> = new Set([
  "with",
  "leave",
  "leaving",
  "allow",
  "allowing",
  "a",
  "at",
  "least",
  "minimum",
  "min",
  "of",
  "gap",
  "interval",
  "approx",
  "approximately",
  "about",
  "roughly",
  "must",
  "be",
  "taken",
  "spaced",
  "space",
  "keep",
  "doses",
  "spread",
  "wait",
]);

const BETWEEN: ReadonlySet<string> = new Set(["apart", "between", "gap"]);

/** "12 hours apart", "at least 4 hours between doses": a least distance, which gives no frequency by itself. */
export const readSpacing = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  while (i < at + 7 && SPACING_STARTS.has(wordAt(tokens, i))) i += 1;
  const range = readRange(tokens, i, false);
  if (range === null || hoursOf(wordAt(tokens, range.next)) === null) return null;
  let next = range.next + 1;
  if (!BETWEEN.has(wordAt(tokens, next))) return null;
  next += 1;
  while (
    ["between", "each", "doses", "dose", "them", "the", "every", "tablets", "two", "2"].includes(
      wordAt(tokens, next),
    ) &&
    wordAt(tokens, next) !== ""
  )
    next += 1;
  const by = hoursOf(wordAt(tokens, range.next)) ?? ratio(1);
  return { atom: { kind: "spacing", hours: times(range.range.min, by) }, next };
};
