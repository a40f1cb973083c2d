import { compare, ONE, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import type { DoseUnit } from "../types.ts";
import { PART_WORDS } from "../words/numbers.ts";
import { TIMES_A_DAY } from "../words/times.ts";
import { isPlural, MEASURED, SPOON_ML, UNIT_WORDS } from "../words/units.ts";
import type { Amount, Found } from "./atoms.ts";
import { after, afterJoin, readNumber, readRange, wordAt, type RangeRead, type Tokens } from "./number.ts";

interface UnitRead {
  readonly unit: DoseUnit | null;
  /** How many of the unit one counted thing is: 5 for "5ml spoonful". */
  readonly size: Ratio;
  readonly next: number;
  readonly word: string;
}

const MG_IN_GRAM = ratio(1000);
const DOSES_OF: ReadonlySet<string> = new Set(["dose", "doses", "measure", "measures"]);
const FILLERS: ReadonlySet<string> = new Set(["of", "a", "full", "level", "good", "x", "the", "new", "fresh", "whole"]);

/** "half a 5ml spoonful", "half of a teaspoon": the article between a part and its spoon. */
const behindPart = (tokens: Tokens, at: number): number => {
  const of = wordAt(tokens, at) === "of" ? at + 1 : at;
  return PART_WORDS.has(wordAt(tokens, at - 1)) && wordAt(tokens, of) === "a" ? of + 1 : at;
};

/** "5ml spoonful", "spoonful", "x 5ml spoonfuls": a counted spoon of so many ml. */
const spoon = (tokens: Tokens, at: number): UnitRead | null => {
  let i = behindPart(tokens, at);
  if (wordAt(tokens, i) === "x") i += 1;
  const direct = SPOON_ML.get(wordAt(tokens, i));
  if (direct !== undefined) {
    const bracket =
      wordAt(tokens, i + 1) === "(" &&
      tokens[i + 2]?.value?.n === direct &&
      wordAt(tokens, i + 3) === "ml" &&
      wordAt(tokens, i + 4) === ")";
    return { unit: "ml", size: ratio(direct), next: bracket ? i + 5 : i + 1, word: wordAt(tokens, i) };
  }
  const size = tokens[i]?.value;
  if (size == null || tokens[i]?.digits !== true) return null;
  let next = i + 1;
  if (wordAt(tokens, next) === "-") next += 1;
  if (UNIT_WORDS.get(wordAt(tokens, next)) !== "ml") return null;
  next += 1;
  if (wordAt(tokens, next) === "-") next += 1;
  if (!SPOON_ML.has(wordAt(tokens, next)) && !DOSES_OF.has(wordAt(tokens, next)))
    return wordAt(tokens, at) === "x" ? { unit: "ml", size, next, word: "ml" } : null;
  return { unit: "ml", size, next: next + 1, word: wordAt(tokens, next) };
};

const unitAt = (tokens: Tokens, at: number): UnitRead | null => {
  let i = at;
  if (wordAt(tokens, i) === "-" && tokens[i]?.attached === true && tokens[i + 1]?.attached === true) i += 1;
  while (i < at + 3 && FILLERS.has(wordAt(tokens, i))) i += 1;
  const word = wordAt(tokens, i);
  // "1 T QDS": a tablet.
  if (word === "t" && i === at && TIMES_A_DAY.has(wordAt(tokens, at + 1)))
    return { unit: "tablet", size: ONE, next: at + 1, word };
  const unit = UNIT_WORDS.get(word);
  if (unit === undefined) return null;
  let next = i + 1;
  // "tabs/caps": counted, but not said which.
  const second =
    wordAt(tokens, next) === "/" || wordAt(tokens, next) === "or"
      ? UNIT_WORDS.get(wordAt(tokens, next + 1))
      : undefined;
  if (second !== undefined && second !== unit && !MEASURED.has(unit) && !MEASURED.has(second))
    return { unit: "unit", size: ONE, next: next + 2, word };
  if (wordAt(tokens, next) === "." && wordAt(tokens, next + 1) !== "" && word.length <= 4) next += 1;
  return { unit, size: ONE, next, word };
};

/** An amount in the unit that readings use: grams are said in milligrams, so that one mass has one unit. */
const build = (range: RangeRead, unit: UnitRead | null, next: number, slash: boolean): Found => {
  const grams = unit?.unit === "g";
  const size = grams ? MG_IN_GRAM : (unit?.size ?? ONE);
  const atom: Amount = {
    kind: "amount",
    amount: { min: times(range.range.min, size), max: times(range.range.max, size) },
    unit: grams ? "mg" : (unit?.unit ?? null),
    upTo: false,
    slash,
    extra: false,
    implied: false,
  };
  return { atom, next };
};

const MICROGRAMS: ReadonlyMap<DoseUnit | null, number> = new Map<DoseUnit | null, number>([
  ["g", 1_000_000],
  ["mg", 1000],
  ["microgram", 1],
]);

/** "500mg-1g": both ends in the unit of the lower. */
const twoMasses = (
  low: RangeRead,
  unit: UnitRead,
  high: Ratio,
  last: UnitRead,
): { range: RangeRead; unit: UnitRead } | null => {
  const [from, to] = [MICROGRAMS.get(last.unit), MICROGRAMS.get(unit.unit)];
  if (from === undefined || to === undefined) return null;
  const max = times(high, ratio(from, to));
  if (max.n * low.range.max.d <= low.range.max.n * max.d) return null;
  return { range: { ...low, range: { min: low.range.min, max } }, unit: { ...unit, next: last.next } };
};

/** "1 tablet or 2 tablets", "2.5ml to 5ml": each end with its own unit. */
const twoUnits = (tokens: Tokens, low: RangeRead, unit: UnitRead): { range: RangeRead; unit: UnitRead } | null => {
  let join = afterJoin(tokens, unit.next);
  if (join > 0 && after(tokens, join, "up", "to") > 0) join += 2;
  const high = join < 0 ? null : readNumber(tokens, join);
  if (high === null) return null;
  const last = spoon(tokens, high.next) ?? unitAt(tokens, high.next);
  if (last !== null && last.unit !== unit.unit) return twoMasses(low, unit, high.value, last);
  if (last === null || last.unit !== unit.unit || last.size.n !== unit.size.n) return null;
  if (high.value.n * low.range.max.d <= low.range.max.n * high.value.d) return null;
  return { range: { ...low, range: { min: low.range.min, max: high.value } }, unit: last };
};

/** A unit with its number left out: "a tablet", "5ml spoonful", "half-tablet". */
const oneOf = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  const one: RangeRead = { range: { min: ONE, max: ONE }, next: at, slash: false, digits: false };
  if (word !== "a" && word !== "an") {
    const size = tokens[at]?.digits === true ? spoon(tokens, at) : null;
    return size === null ? null : build(one, size, size.next, false);
  }
  // "a 52.5 patch": one, named by what it gives an hour.
  if (Number(wordAt(tokens, at + 1)) >= 5 && wordAt(tokens, at + 2) === "patch")
    return build(one, { unit: "patch", size: ONE, next: at + 3, word: "patch" }, at + 3, false);
  const unit =
    spoon(tokens, at + 1) ?? unitAt(tokens, at + (["new", "single", "fresh"].includes(wordAt(tokens, at + 1)) ? 2 : 1));
  return unit === null || isPlural(unit.word) || unit.word.length < 2 || unit.unit === "dose"
    ? null
    : build(one, unit, unit.next, false);
};

/** "between 2 and 4 tablets": a range. */
const between = (tokens: Tokens, at: number): Found | null => {
  const low = readNumber(tokens, at + 1);
  const high = low !== null && wordAt(tokens, low.next) === "and" ? readNumber(tokens, low.next + 1) : null;
  if (low === null || high === null || compare(low.value, high.value) >= 0) return null;
  const unit = spoon(tokens, high.next) ?? unitAt(tokens, high.next);
  const range: RangeRead = { range: { min: low.value, max: high.value }, next: high.next, slash: false, digits: true };
  return build(range, unit, unit?.next ?? high.next, false);
};

/**
 * How much is taken each time, with its unit where the text names one.
 * @example "one or two 5ml spoonfuls" // 5 to 10 ml; "half a tablet" // 1/2 tablet
 */
export const readAmount = (tokens: Tokens, at: number): Found | null => {
  if (wordAt(tokens, at) === "between") return between(tokens, at);
  const alone = oneOf(tokens, at);
  if (alone !== null) return alone;
  const range = readRange(tokens, at, false);
  if (range === null) return null;
  // "2-4-6 hourly": a range, and which of the three begins it is not known.
  const third = tokens[range.next + 1];
  if (
    range.range.min !== range.range.max &&
    wordAt(tokens, range.next) === "-" &&
    third?.digits === true &&
    third.attached
  )
    return { atom: { kind: "bad", reason: "two-readings" }, next: range.next + 2 };
  const unit = spoon(tokens, range.next) ?? unitAt(tokens, range.next);
  if (unit === null) return build(range, null, range.next, range.slash);
  const two = range.range.min === range.range.max ? twoUnits(tokens, range, unit) : null;
  if (two !== null) return build(two.range, two.unit, two.unit.next, false);
  return build(range, unit, unit.next, range.slash && isPlural(unit.word));
};
