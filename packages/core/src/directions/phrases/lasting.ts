import { DAY_WORDS, MONTH_WORDS, WEEK_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { after, readNumber, readRange, wordAt, type Tokens } from "./number.ts";

const SPAN: ReadonlyMap<string, number> = new Map([
  ["7", 1],
  ["52", 7],
  ["12", 30],
]);

/** Days of a month where a length in months is stated; months differ, and 30 is the nearest whole number. */
const MONTH_DAYS = 30;

interface SpanRead {
  readonly days: number | null;
  readonly next: number;
}

/** "7 days", "two weeks", "3/7", "1/52", "a week". */
const spanAt = (tokens: Tokens, at: number): SpanRead | null => {
  const token = tokens[at];
  // "on 03/12" is a day in December, "for 3/12" three months.
  if (token?.value?.d === 1 && token.digits && !token.word.startsWith("0") && wordAt(tokens, at + 1) === "/") {
    const by = SPAN.get(wordAt(tokens, at + 2));
    if (by !== undefined && !["/"].includes(wordAt(tokens, at + 3))) return { days: token.value.n * by, next: at + 3 };
  }
  const article = wordAt(tokens, at) === "a" || wordAt(tokens, at) === "another" || wordAt(tokens, at) === "the";
  const number = article ? null : readRange(tokens, at, false);
  if (!article && number === null) return null;
  let next = number === null ? at + 1 : number.next;
  if (wordAt(tokens, next) === "-") next += 1;
  if (["full", "more", "whole"].includes(wordAt(tokens, next))) next += 1;
  const word = wordAt(tokens, next) === "monthly" ? "" : wordAt(tokens, next);
  const by =
    DAY_WORDS.has(word) || word === "nights"
      ? 1
      : WEEK_WORDS.has(word)
        ? 7
        : word === "fortnight"
          ? 14
          : MONTH_WORDS.has(word)
            ? MONTH_DAYS
            : 0;
  if (by === 0 || (word === "d" && tokens[next]?.attached !== true)) return null;
  if (number === null) return article && (word === "day" || word === "days") ? null : { days: by, next: next + 1 };
  const { min, max } = number.range;
  const whole = min.d === 1 && min.n === max.n && max.d === 1;
  return { days: whole ? max.n * by : null, next: next + 1 };
};

const lasting = (days: number | null, next: number, heads = false): Found => ({
  atom: { kind: "lasting", days, heads },
  next,
});

const NO_LONGER: readonly (readonly string[])[] = [
  ["no", "longer", "than"],
  ["not", "for", "more", "than"],
  ["not", "for", "longer", "than"],
];

/** "on the first day", "for the first 3 days", "on day 1", "first week". */
const first = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  while (["on", "for", "the", "in"].includes(wordAt(tokens, i)) && i < at + 2) i += 1;
  const word = wordAt(tokens, i);
  if (word === "first" || word === "1st" || (word === "1" && wordAt(tokens, i + 1) === "st")) {
    i += word === "1" ? 2 : 1;
    if (DAY_WORDS.has(wordAt(tokens, i)) && wordAt(tokens, i) !== "d" && wordAt(tokens, i) !== "days")
      return lasting(1, i + 1);
    if (wordAt(tokens, i) === "week") return lasting(7, i + 1);
    if (wordAt(tokens, i) === "night") return lasting(1, i + 1);
    const span = spanAt(tokens, i);
    return span === null ? null : lasting(span.days, span.next);
  }
  const from = tokens[i + 1]?.value;
  if (from == null || from.d !== 1 || !["day", "days", "week", "weeks", "wk", "wks"].includes(word)) return null;
  // "1 on day 1, 2 on day 2" says the day after the dose, "day 1: 1, day 2: 2" before it.
  const heads = wordAt(tokens, at) !== "on" && wordAt(tokens, at) !== "for";
  const by = word.startsWith("w") ? 7 : 1;
  const join = wordAt(tokens, i + 2);
  const to = join === "-" || join === "to" ? tokens[i + 3]?.value : undefined;
  if (to != null && to.d === 1 && to.n > from.n) return lasting((to.n - from.n + 1) * by, i + 4, heads);
  const onwards = wordAt(tokens, i + 2);
  const on = onwards === "on" && wordAt(tokens, i + 3) === ":";
  if (onwards === "onwards" || onwards === "onward" || on) return lasting(null, i + 3, true);
  return lasting(by, i + 2, heads);
};

/**
 * How long the dose lasts: "for 7 days", "x 5 days", "3/7", "1/52", "for two weeks", "on the first day".
 * A stated range of days ("5 to 7 days") has null days.
 */
export const readLasting = (tokens: Tokens, at: number): Found | null => {
  const early = first(tokens, at);
  if (early !== null) return early;
  let i = at;
  if (wordAt(tokens, i) === "x" || wordAt(tokens, i) === "over") i += 1;
  else if (wordAt(tokens, i) === "for" || wordAt(tokens, i) === "f") {
    i += 1;
    if (after(tokens, i, "up", "to") > 0) i += 2;
    else if (
      after(tokens, i, "no", "more", "than") > 0 ||
      after(tokens, i, "no", "longer", "than") > 0 ||
      after(tokens, i, "not", "more", "than") > 0 ||
      after(tokens, i, "a", "maximum", "of") > 0 ||
      after(tokens, i, "a", "max", "of") > 0
    )
      i += 3;
    else if (
      ["max", "maximum", "only", "about", "another", "further", "next", "a"].includes(wordAt(tokens, i)) &&
      readNumber(tokens, i + 1) !== null
    )
      i += 1;
    if (wordAt(tokens, i) === "the" && wordAt(tokens, i + 1) === "next") i += 2;
  }
  if (wordAt(tokens, at).startsWith("no")) for (const lead of NO_LONGER) i = Math.max(i, after(tokens, at, ...lead));
  const span = spanAt(tokens, i);
  if (span === null) return null;
  const following = wordAt(tokens, span.next);
  if (following === "ago") return { atom: { kind: "harmless" }, next: span.next + 1 };
  const bare = i === at;
  if (bare && ["a", "per", "each", "out", "every", "of", "before", "after", "apart"].includes(following)) return null;
  if (bare && wordAt(tokens, at) === "a") return null;
  if (bare && wordAt(tokens, at) === "the") return null;
  if (
    [
      "supply",
      "supplies",
      "script",
      "scripts",
      "prescription",
      "prescriptions",
      "rx",
      "pack",
      "packs",
      "issue",
      "dispensing",
      "dispense",
    ].includes(following)
  )
    return { atom: { kind: "harmless" }, next: span.next + 1 };
  const most = (following === "max" || following === "maximum") && tokens[span.next + 1]?.value == null;
  if (["course", "only", "trial"].includes(following) || most) return lasting(span.days, span.next + 1);
  return lasting(span.days, span.next);
};

/** Behind "max": "5 days", "1 week", "2/7". "Max 8 day" is more likely eight a day. */
export const courseAtMost = (tokens: Tokens, at: number): Found | null => {
  const span = tokens[at]?.digits === true ? spanAt(tokens, at) : null;
  if (span === null || span.days === null || !["", ".", ",", ";", ")", "then"].includes(wordAt(tokens, span.next)))
    return null;
  return wordAt(tokens, span.next - 1) === "day" ? null : lasting(span.days, span.next);
};
