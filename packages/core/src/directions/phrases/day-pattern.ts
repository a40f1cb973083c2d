import { compare, over, plus, ratio, ZERO, type Ratio } from "../../quantity/ratio.ts";
import { PART_OF_DAY } from "../words/times.ts";
import type { Amount, Found } from "./atoms.ts";
import { readAmount } from "./amount.ts";
import type { Before } from "./in-context.ts";
import { after, wordAt, type Tokens } from "./number.ts";

const JOINS: ReadonlySet<string> = new Set(["-", "+"]);
const LEGEND: ReadonlySet<string> = new Set(PART_OF_DAY.keys());
const BETWEEN: ReadonlySet<string> = new Set([",", "-", "/", "and", "+"]);

/** An amount of a whole day, spread over it: no number of times follows. */
const ofTheDay = (value: Ratio, unit: Amount["unit"], next: number): Found => ({
  atom: {
    kind: "amount",
    amount: { min: value, max: value },
    unit,
    upTo: false,
    slash: false,
    extra: false,
    implied: false,
    ofDay: true,
  },
  next,
});

/** How many parts of the day are named in a row ("morning, noon, night"), and the place after them. */
const legendAt = (tokens: Tokens, at: number): { count: number; next: number } => {
  let i = wordAt(tokens, at) === "(" ? at + 1 : at;
  let count = 0;
  let next = at;
  while (LEGEND.has(wordAt(tokens, i))) {
    count += 1;
    i += 1;
    next = i;
    if (BETWEEN.has(wordAt(tokens, i))) i += 1;
  }
  const closed = wordAt(tokens, at) !== "(" || wordAt(tokens, next) === ")";
  return closed && count > 0 ? { count, next: wordAt(tokens, at) === "(" ? next + 1 : next } : { count: 0, next: at };
};

/**
 * "1-0-1", "2-1-2 (morning, noon, night)": one number for each part of the day. Without a legend only where no two of
 * the numbers can be a range: a nought among them, or all alike. "1-2-1" alone has two readings.
 */
const pattern = (tokens: Tokens, at: number): Found | null => {
  if (tokens[at]?.digits !== true || !JOINS.has(wordAt(tokens, at + 1))) return null;
  const numbers: Ratio[] = [];
  let i = at;
  for (; tokens[i]?.digits === true && tokens[i]?.value != null; i += 2) {
    numbers.push(tokens[i]?.value ?? ZERO);
    if (!JOINS.has(wordAt(tokens, i + 1)) || tokens[i + 2]?.digits !== true) break;
  }
  if (numbers.length < 3 || numbers.length > 4 || numbers.some((number) => number.n > 10 * number.d)) return null;
  const legend = legendAt(tokens, i + 1);
  const [head = ZERO] = numbers;
  const alike = numbers.every((number) => compare(number, head) === 0) || numbers.some(({ n }) => n === 0);
  if (legend.count > 0 ? legend.count !== numbers.length : !alike) return null;
  const sum = numbers.reduce((total, number) => plus(total, number), ZERO);
  return sum.n === 0 ? null : ofTheDay(sum, null, legend.next);
};

/** "1 and 2 on alternate days": the one on one day, the other on the next. */
const alternating = (tokens: Tokens, at: number): Found | null => {
  const first = readAmount(tokens, at);
  if (first?.atom.kind !== "amount" || !["and", "then", "/"].includes(wordAt(tokens, first.next))) return null;
  const second = readAmount(tokens, first.next + 1);
  if (second?.atom.kind !== "amount") return null;
  let next = second.next;
  if (wordAt(tokens, next) === "on") next += 1;
  const days = ["day", "days", "night", "nights"].includes(wordAt(tokens, next + 1));
  const named = ["alternate", "alternating", "alt"].includes(wordAt(tokens, next)) && days;
  if (!named) return null;
  const [a, b] = [first.atom, second.atom];
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return null;
  if (compare(a.amount.min, a.amount.max) !== 0 || compare(b.amount.min, b.amount.max) !== 0) return null;
  const half = over(plus(a.amount.min, b.amount.min), ratio(2));
  return ofTheDay(half, a.unit ?? b.unit, next + 2);
};

/** "5mg one day alternating with 6mg the next": two amounts, each every other day. */
const inTurn = (tokens: Tokens, at: number): Found | null => {
  const one = readAmount(tokens, at);
  if (one?.atom.kind !== "amount" || after(tokens, one.next, "one", "day") < 0) return null;
  let i = one.next + 2;
  if (wordAt(tokens, i) === ",") i += 1;
  i = after(tokens, i, "alternating", "with");
  if (i < 0) return null;
  const two = readAmount(tokens, i);
  if (two?.atom.kind !== "amount" || after(tokens, two.next, "the", "next") < 0) return null;
  const [a, b] = [one.atom, two.atom];
  const sized = compare(a.amount.min, a.amount.max) === 0 && compare(b.amount.min, b.amount.max) === 0;
  if (!sized || a.unit !== b.unit || a.slash || b.slash) return null;
  const end = two.next + 2;
  const next = wordAt(tokens, end) === "day" ? end + 1 : end;
  if (!["", ".", ",", ")"].includes(wordAt(tokens, next))) return null;
  return ofTheDay(over(plus(a.amount.min, b.amount.min), ratio(2)), a.unit, next);
};

/** Amounts that are written for a whole day or for two days in turn. */
export const readDayPattern = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (before.amountSeen) return null;
  return (
    pattern(tokens, at) ??
    inTurn(tokens, at) ??
    (tokens.some(({ word }) => TURNS.has(word)) ? alternating(tokens, at) : null)
  );
};

const TURNS: ReadonlySet<string> = new Set(["alternate", "alternating", "alt"]);
