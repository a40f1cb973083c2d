import type { Found } from "./atoms.ts";
import { readAmount } from "./amount.ts";
import type { Before } from "./in-context.ts";
import { readInterval } from "./interval.ts";
import { over, ratio } from "../../quantity/ratio.ts";
import { courseAtMost } from "./lasting.ts";
import { wordAt, type Tokens } from "./number.ts";
import { anyOf, BETWEEN, NAMES, opening } from "./cap-opening.ts";
import { COUNTED_TIMES, HOUR_WORDS, TIMES_A_DAY } from "../words/times.ts";
import { readPeriod } from "./period.ts";
import { readTimes } from "./times.ts";

const AT_ONCE: readonly (readonly string[])[] = [
  ["at", "a", "time"],
  ["at", "one", "time"],
  ["at", "any", "one", "time"],
  ["at", "any", "time"],
  ["per", "dose"],
  ["at", "once"],
  ["each", "time"],
  ["at", "anyone", "time"],
  ["in", "one", "go"],
  ["in", "a", "single", "dose"],
  ["together"],
  ["in", "any", "one", "dose"],
  ["in", "one", "dose"],
  ["a", "time"],
];

const cap = (
  most: { n: number; d: number },
  unit: (Found["atom"] & { kind: "cap" })["unit"],
  of: "day" | "dose" | "times-a-day" | "not-said",
  next: number,
): Found => ({
  atom: { kind: "cap", most, unit, of },
  next,
});

/** "no more than 2 at a time or 8 in 24 hours": the second is the most a day. */
function thenADay(tokens: Tokens, at: number): Found | null {
  if (!["or", "and", ",", "/"].includes(wordAt(tokens, at)) || tokens[at + 1]?.value == null) return null;
  const found = limit(tokens, at + 1);
  return found?.atom.kind === "cap" && found.atom.of === "day" ? found : null;
}

const isHours = (word: string): boolean => HOUR_WORDS.has(word) || word === "-" || word === "/";

/** What follows the opening words: times a day, an interval, or an amount with what it is counted over. */
function limit(tokens: Tokens, at: number): Found | null {
  const often = readTimes(tokens, at);
  if (
    often !== null &&
    often.atom.kind === "times" &&
    (often.atom.style === "counted" || often.atom.style === "latin")
  ) {
    return cap(over(often.atom.times.max, ratio(often.atom.days)), null, "times-a-day", often.next);
  }
  const interval = readInterval(tokens, at);
  if (interval !== null && interval.atom.kind === "every")
    return cap(over(ratio(24), interval.atom.hours.min), null, "times-a-day", interval.next);
  const amount = readAmount(tokens, at);
  if (amount === null || amount.atom.kind !== "amount" || amount.atom.slash) return null;
  // "max 3 nights a week".
  if (["nights", "days", "mornings", "evenings"].includes(wordAt(tokens, amount.next)))
    return { atom: { kind: "bad", reason: "not-understood" }, next: amount.next + 1 };
  const { amount: range, unit } = amount.atom;
  let next = amount.next;
  if (wordAt(tokens, next) === "/" && tokens[next + 1]?.value?.n === 24 && !isHours(wordAt(tokens, next + 2)))
    return cap(range.max, unit, "day", next + 2);
  while (
    ["to", "be", "taken", "used", ",", "tablets", "doses", "in", "total"].includes(wordAt(tokens, next)) &&
    readPeriod(tokens, next) === null
  )
    next += 1;
  const once = anyOf(tokens, next, AT_ONCE);
  if (once > 0) return thenADay(tokens, once) ?? cap(range.max, unit, "dose", once);
  const period = readPeriod(tokens, next);
  if (period !== null) {
    if (period.days === null) return { atom: { kind: "bad", reason: "not-understood" }, next: period.next };
    return cap(over(range.max, ratio(period.days)), unit, "day", period.next);
  }
  const rate = readTimes(tokens, amount.next);
  // "MAX 8 OD": eight a day.
  if (rate?.atom.kind === "times" && rate.atom.style === "latin" && rate.atom.times.max.n === 1)
    return cap(range.max, unit, "day", rate.next);
  if (rate !== null) return { atom: { kind: "bad", reason: "not-understood" }, next: rate.next };
  return cap(range.max, unit, "not-said", amount.next);
}

/**
 * A stated maximum: "max 8 in 24 hours", "no more than 2 at a time", "do not exceed 8 daily", "max 3 times a day".
 */
export const readCap = (tokens: Tokens, at: number): Found | null => {
  const start = opening(tokens, at);
  if (start < 0) return null;
  const course =
    start === at + 1 && ["max", "maximum"].includes(wordAt(tokens, at)) ? courseAtMost(tokens, start) : null;
  if (course !== null) return course;
  // "max in 24 hours: 8".
  const period = tokens[start]?.value == null ? readPeriod(tokens, start) : null;
  if (period?.days === 1) {
    let next = period.next;
    while (["is", ":", "=", "-", "of"].includes(wordAt(tokens, next))) next += 1;
    const found = limit(tokens, next);
    return found?.atom.kind === "cap" && found.atom.of === "not-said"
      ? { ...found, atom: { ...found.atom, of: "day" } }
      : null;
  }
  const found = limit(tokens, start);
  const daily = tokens.slice(at, start).some(({ word }) => word === "mdd" || word === "daily");
  return daily && found?.atom.kind === "cap" && found.atom.of === "not-said"
    ? { ...found, atom: { ...found.atom, of: "day" } }
    : found;
};

const namedAhead = (tokens: Tokens, at: number): boolean => {
  for (let i = at + 1; i < tokens.length; i += 1) if (NAMES.has(wordAt(tokens, i))) return true;
  return false;
};

/** "8 max", "8 a day maximum", "8 in 24 hours max". */
export const readCapAfter = (tokens: Tokens, at: number, { last }: Before): Found | null => {
  // "1 prn tds max".
  const bare = TIMES_A_DAY.get(wordAt(tokens, at));
  if (bare !== undefined && last === "need" && NAMES.has(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === "")
    return cap(ratio(bare), null, "times-a-day", at + 2);
  if (tokens[at]?.value == null || !namedAhead(tokens, at)) return null;
  const found = limit(tokens, at);
  if (found === null || found.atom.kind !== "cap") return null;
  let next = found.next;
  if (wordAt(tokens, next) === "(" || wordAt(tokens, next) === ",") next += 1;
  if (!NAMES.has(wordAt(tokens, next))) return null;
  let ahead = next + 1;
  while (BETWEEN.has(wordAt(tokens, ahead))) ahead += 1;
  if (
    tokens[ahead]?.value != null ||
    COUNTED_TIMES.has(wordAt(tokens, ahead)) ||
    TIMES_A_DAY.has(wordAt(tokens, ahead))
  )
    return null;
  const bracket = wordAt(tokens, found.next) === "(" && wordAt(tokens, next + 1) === ")";
  if (wordAt(tokens, next + 1) === "dose") next += 1;
  const period = readPeriod(tokens, next + 1);
  if (period?.days === 1 && found.atom.of === "not-said")
    return { atom: { ...found.atom, of: "day" }, next: period.next };
  return { ...found, next: bracket ? next + 2 : next + 1 };
};
