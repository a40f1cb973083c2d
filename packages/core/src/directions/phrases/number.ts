import { compare, ONE, plus, ratio, type Ratio } from "../../quantity/ratio.ts";
import type { Token } from "../text/tokens.ts";
import type { PerDay } from "../types.ts";
import { PART_WORDS } from "../words/numbers.ts";

export type Tokens = readonly Token[];

export const wordAt = (tokens: Tokens, at: number): string => tokens[at]?.word ?? "";

/** The place after the given words, or -1 where they do not stand there. */
export const after = (tokens: Tokens, at: number, ...words: readonly string[]): number => {
  for (let i = 0; i < words.length; i += 1) if (wordAt(tokens, at + i) !== words[i]) return -1;
  return at + words.length;
};

export interface NumberRead {
  readonly value: Ratio;
  readonly next: number;
  /** Written as digits around a slash: "1/2" may be a half, or one or two. */
  readonly slash: boolean;
  readonly digits: boolean;
}

const FRACTIONS: ReadonlySet<string> = new Set(["1/2", "1/4", "3/4", "1/3", "2/3", "1/8"]);

const fractionAt = (tokens: Tokens, at: number): NumberRead | null => {
  const [top, bottom] = [tokens[at], tokens[at + 2]];
  if (top?.digits === true && wordAt(tokens, at + 1) === "/" && bottom?.digits === true) {
    if (!FRACTIONS.has(`${top.word}/${bottom.word}`)) return null;
    return { value: ratio(Number(top.word), Number(bottom.word)), next: at + 3, slash: true, digits: true };
  }
  let start = at;
  if (top?.word === "a") start += 1;
  if (top?.word === "three" && wordAt(tokens, at + 1) === "quarters")
    return { value: ratio(3, 4), next: at + 2, slash: false, digits: false };
  if (top?.word === "one" && PART_WORDS.has(wordAt(tokens, at + 1))) start += 1;
  else if (top?.word === "one" && wordAt(tokens, at + 1) === "-" && PART_WORDS.has(wordAt(tokens, at + 2))) start += 2;
  const part = PART_WORDS.get(wordAt(tokens, start));
  const halfHour = wordAt(tokens, start + 1) === "hour" || wordAt(tokens, start + 1) === "an";
  return part === undefined || halfHour ? null : { value: part, next: start + 1, slash: false, digits: false };
};

/** "and a half", "1/2" after a whole number: "1 and 1/2", "two and a half", "one-and-a-half". */
const extraFraction = (tokens: Tokens, at: number): NumberRead | null => {
  let i = at;
  let joined = false;
  if (wordAt(tokens, i) === "-" && wordAt(tokens, i + 1) === "and") i += 1;
  if (wordAt(tokens, i) === "and" || wordAt(tokens, i) === "&" || wordAt(tokens, i) === "+")
    [i, joined] = [i + 1, true];
  if (joined && wordAt(tokens, i) === "-") i += 1;
  if (joined && wordAt(tokens, i) === "a" && wordAt(tokens, i + 1) === "-") i += 2;
  const part = fractionAt(tokens, i);
  if (part === null) return null;
  return joined || (part.slash && tokens[at - 1]?.digits === true) ? part : null;
};

/**
 * One number: "2", "2.5", "two", "half", "1/2", "one and a half", "1 1/2".
 * @example "1 and 1/2" // 3/2
 */
export const readNumber = (tokens: Tokens, at: number): NumberRead | null => {
  const token = tokens[at];
  if (token === undefined || (token.value === null && token.word !== "a" && !PART_WORDS.has(token.word))) return null;
  const part = fractionAt(tokens, at);
  if (part !== null) return part;
  if (token.value === null || (token.word.startsWith(".") && tokens[at - 1]?.digits === true)) return null;
  let next = at + 1;
  // "2 .5ml": two and a half, or two halves.
  if (tokens[next]?.word.startsWith(".") === true && tokens[next]?.digits === true) return null;
  // "one (1)" and "1 (one)": the same number twice.
  const again = tokens[at + 2];
  if (
    wordAt(tokens, next) === "(" &&
    again?.value != null &&
    wordAt(tokens, at + 3) === ")" &&
    compare(again.value, token.value) === 0
  )
    next = at + 4;
  const whole: NumberRead = { value: token.value, next, slash: false, digits: token.digits };
  if (token.value.d !== 1 || compare(token.value, ONE) < 0) return whole;
  const rest = extraFraction(tokens, next);
  if (rest === null) return whole;
  // "1 and 1/2 tablets": the slash belongs to a mixed number and has one reading.
  return { value: plus(token.value, rest.value), next: rest.next, slash: false, digits: token.digits };
};

const JOINS_RANGE: ReadonlySet<string> = new Set(["-", "to", "or"]);

export interface RangeRead {
  readonly range: PerDay;
  readonly next: number;
  readonly slash: boolean;
  readonly digits: boolean;
}

/** The place after what joins the two ends of a range: "-", "to", "or", "and/or", "up to", "or up to". */
export const afterJoin = (tokens: Tokens, at: number): number => {
  const word = wordAt(tokens, at);
  if (word === "and" && wordAt(tokens, at + 1) === "/" && wordAt(tokens, at + 2) === "or") return at + 3;
  // "6-to-8".
  if (word === "-" && ["to", "or"].includes(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === "-") return at + 3;
  if (!JOINS_RANGE.has(word)) return -1;
  if (word === "to" && wordAt(tokens, at + 1) === "max") return at + 2;
  return at + 1;
};

/**
 * A number or a range of two: "1-2", "one or two", "half to one". `slashJoins` lets "4/6" be 4 to 6, where a
 * fraction makes no sense (hours, times a day).
 */
export const readRange = (tokens: Tokens, at: number, slashJoins: boolean): RangeRead | null => {
  if (slashJoins && tokens[at]?.digits === true && wordAt(tokens, at + 1) === "/" && tokens[at + 2]?.digits === true) {
    const [low, high] = [tokens[at]?.value, tokens[at + 2]?.value];
    if (low != null && high != null && compare(low, high) < 0)
      return { range: { min: low, max: high }, next: at + 3, slash: true, digits: true };
    return null;
  }
  const low = readNumber(tokens, at);
  if (low === null) return null;
  const single: RangeRead = {
    range: { min: low.value, max: low.value },
    next: low.next,
    slash: low.slash,
    digits: low.digits,
  };
  // "one/two": in words a slash makes no fraction.
  const slashed = !low.digits && wordAt(tokens, low.next) === "/" && tokens[low.next + 1]?.digits === false;
  const join = slashed ? low.next + 1 : afterJoin(tokens, low.next);
  const high = join < 0 ? null : readNumber(tokens, join);
  if (high === null || compare(low.value, high.value) >= 0) return single;
  return { range: { min: low.value, max: high.value }, next: high.next, slash: false, digits: low.digits };
};
