import { compare, ratio, type Ratio } from "../../quantity/ratio.ts";
import { COUNTED_TIMES, DAY_WORDS, PART_OF_DAY, TIMES_A_DAY, TIMES_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { afterJoin, readRange, wordAt, type Tokens } from "./number.ts";
import { readPeriod } from "./period.ts";

const times = (
  min: Ratio,
  max: Ratio,
  days: number | null,
  style: "latin" | "counted" | "daily" | "a-day" | "every-day",
  next: number,
): Found =>
  days === null
    ? { atom: { kind: "bad", reason: "two-readings" }, next }
    : { atom: { kind: "times", times: { min, max }, days, style, upTo: false }, next };

/** "od", "bd-tds", "bd/tds", "tds to qds". */
const latin = (tokens: Tokens, at: number): Found | null => {
  // Once a day abroad; at home nearly always a slip of "qds".
  if (wordAt(tokens, at) === "qd") return { atom: { kind: "bad", reason: "two-readings" }, next: at + 1 };
  const low = TIMES_A_DAY.get(wordAt(tokens, at));
  if (low === undefined) return null;
  const join = wordAt(tokens, at + 1) === "/" ? at + 2 : afterJoin(tokens, at + 1);
  const high = join < 0 ? undefined : TIMES_A_DAY.get(wordAt(tokens, join));
  if (high === undefined) return times(ratio(low), ratio(low), 1, "latin", at + 1);
  // "od/qds": too far apart for a range; one of them is a slip.
  if (Math.abs(high - low) > 1) return { atom: { kind: "bad", reason: "two-readings" }, next: join + 1 };
  return times(ratio(Math.min(low, high)), ratio(Math.max(low, high)), 1, "latin", join + 1);
};

interface Counted {
  readonly min: Ratio;
  readonly max: Ratio;
  readonly next: number;
}

const oneCount = (tokens: Tokens, at: number): Counted | null => {
  const word = COUNTED_TIMES.get(wordAt(tokens, at));
  if (word === undefined) return null;
  // "TWICE (2) a day".
  const again = wordAt(tokens, at + 1) === "(" && tokens[at + 2]?.value?.n === word && wordAt(tokens, at + 3) === ")";
  return { min: ratio(word), max: ratio(word), next: again ? at + 4 : at + 1 };
};

/** "twice", "once or twice", "two to three times", "3 x", "x 3". */
const counted = (tokens: Tokens, at: number): Counted | null => {
  const word = wordAt(tokens, at);
  if (word === "x" || word === "times") {
    const range = readRange(tokens, at + 1, true);
    if (range === null) return null;
    const more = wordAt(tokens, range.next);
    return { ...range.range, next: TIMES_WORDS.has(more) && word !== "times" ? range.next + 1 : range.next };
  }
  const low = oneCount(tokens, at);
  if (low !== null) {
    const join = wordAt(tokens, low.next) === "/" ? low.next + 1 : afterJoin(tokens, low.next);
    if (join < 0) return low;
    const high = oneCount(tokens, join) ?? timesAfter(tokens, join);
    return high === null || compare(high.max, low.max) <= 0 ? low : { min: low.min, max: high.max, next: high.next };
  }
  return timesAfter(tokens, at);
};

const timesAfter = (tokens: Tokens, at: number): Counted | null => {
  const range = readRange(tokens, at, true);
  if (range === null) return null;
  let next = range.next;
  if (wordAt(tokens, next) === "-") next += 1;
  if (!TIMES_WORDS.has(wordAt(tokens, next))) return null;
  return { ...range.range, next: next + 1 };
};

/** "x4" as written after an amount needs its period; "4 x 10mg" is an amount, not times. */
const countedWithPeriod = (tokens: Tokens, at: number): Found | null => {
  const count = counted(tokens, at);
  if (count === null) return null;
  let next = count.next;
  if (wordAt(tokens, next) === "-" || (wordAt(tokens, next) === "," && readPeriod(tokens, next + 1) !== null))
    next += 1;
  const period = readPeriod(tokens, next);
  if (period !== null) return times(count.min, count.max, period.days, "counted", period.next);
  if (DAY_WORDS.has(wordAt(tokens, next)) && wordAt(tokens, next) === "day" && wordAt(tokens, at) !== "x")
    return times(count.min, count.max, 1, "counted", next + 1);
  if (DAY_WORDS.has(wordAt(tokens, next)) && wordAt(tokens, next) === "day")
    return times(count.min, count.max, 1, "counted", next + 1);
  // "2x week".
  if (
    ["week", "wk"].includes(wordAt(tokens, next)) &&
    count.min.n > count.min.d &&
    !["x", "times"].includes(wordAt(tokens, at))
  )
    return times(count.min, count.max, 7, "counted", next + 1);
  const onceAtPart = count.min.n === 1 && count.max.n === 1 && COUNTED_TIMES.has(wordAt(tokens, at));
  if (!onceAtPart) return null;
  for (let i = next; i < next + 3; i += 1) {
    const word = wordAt(tokens, i);
    if (word === "every" || word === "each") return { atom: { kind: "harmless" }, next };
    if (PART_OF_DAY.has(word)) return times(ratio(1), ratio(1), 1, "counted", next);
  }
  return null;
};

/** A number over a period without the word times ("4 in 24 hours"): the period alone; the number is an amount. */
const periodAlone = (tokens: Tokens, at: number): Found | null => {
  const period = readPeriod(tokens, at);
  if (period === null || period.next === at) return null;
  return times(ratio(1), ratio(1), period.days, period.style, period.next);
};

/**
 * How often in a day or week: "bd", "three times a day", "2-3 x daily", "once a week", "daily".
 * A period alone ("daily", "in 24 hours") is once, and multiplies whatever number stands before it.
 */
export const readTimes = (tokens: Tokens, at: number): Found | null =>
  latin(tokens, at) ?? countedWithPeriod(tokens, at) ?? periodAlone(tokens, at);

/** "up to" before a number of times: from none to that. */
export const fromNone = (found: Found): Found =>
  found.atom.kind === "times" || found.atom.kind === "every"
    ? { ...found, atom: { ...found.atom, upTo: true } }
    : found;
