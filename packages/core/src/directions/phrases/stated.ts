import type { StatedAmount } from "../types.ts";
import { UNIT_WORDS } from "../words/units.ts";
import type { Found } from "./atoms.ts";
import { HOUR_WORDS } from "../words/times.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";
import { readPeriod } from "./period.ts";
import { ratio, times, type Ratio } from "../../quantity/ratio.ts";

const stated = (value: Ratio, unit: StatedAmount["unit"], meaning: StatedAmount["meaning"], next: number): Found => ({
  atom: { kind: "stated", stated: { value, unit, meaning } },
  next,
});

const massAt = (tokens: Tokens, at: number): { value: Ratio; unit: StatedAmount["unit"]; next: number } | null => {
  const number = readNumber(tokens, at);
  if (number === null) return null;
  const unit = UNIT_WORDS.get(wordAt(tokens, number.next));
  if (unit === "g") return { value: times(number.value, ratio(1000)), unit: "mg", next: number.next + 1 };
  if (unit !== "mg" && unit !== "microgram") return null;
  return { value: number.value, unit, next: number.next + 1 };
};

const unitOfVolume = (word: string): boolean => UNIT_WORDS.get(word) === "ml";

/** "10mg/5ml", "10mg in 5ml", "30/500", "25mcg/hr": the strength of the product, written out. */
const strength = (tokens: Tokens, at: number): Found | null => {
  const first = tokens[at];
  if (first?.digits !== true) return null;
  const second = tokens[at + 2];
  if (
    wordAt(tokens, at + 1) === "/" &&
    second?.digits === true &&
    ["100", "200", "300", "325", "400", "500"].includes(second.word)
  ) {
    const mg = UNIT_WORDS.get(wordAt(tokens, at + 3)) === "mg";
    return { atom: { kind: "stated", stated: null }, next: mg ? at + 4 : at + 3 };
  }
  // "20/10mg": an opioid with half as much of its antagonist.
  const both =
    wordAt(tokens, at + 1) === "/" && second?.digits === true && Number(first.word) === 2 * Number(second.word);
  if (both && Number(first.word) >= 5 && UNIT_WORDS.get(wordAt(tokens, at + 3)) === "mg")
    return { atom: { kind: "stated", stated: null }, next: at + 4 };
  const mass = massAt(tokens, at);
  if (mass === null) return null;
  const join = wordAt(tokens, mass.next);
  if (
    mass.unit === "microgram" &&
    (join === "/" || join === "per" || join === "an") &&
    HOUR_WORDS.has(wordAt(tokens, mass.next + 1))
  )
    return stated(mass.value, "microgram/hour", "each", mass.next + 2);
  // "2mg/24hr patch": what it gives in a day.
  const aDay = ["/", "per"].includes(join) && wordAt(tokens, mass.next + 1) === "24";
  if (aDay && tokens.some(({ word }) => word.startsWith("patch")) && HOUR_WORDS.has(wordAt(tokens, mass.next + 2)))
    return { atom: { kind: "stated", stated: null }, next: mass.next + 3 };
  const bracketed = wordAt(tokens, at - 1) === "(";
  if (join === "/" || join === "in" || join === "per" || (join === "=" && bracketed)) {
    const volume = readNumber(tokens, mass.next + 1);
    if (volume !== null && unitOfVolume(wordAt(tokens, volume.next)))
      return { atom: { kind: "stated", stated: null }, next: volume.next + 1 };
    if (volume !== null && join === "/" && massAt(tokens, mass.next + 1) !== null)
      return { atom: { kind: "stated", stated: null }, next: volume.next + 1 };
    if (volume === null && unitOfVolume(wordAt(tokens, mass.next + 1)))
      return { atom: { kind: "stated", stated: null }, next: mass.next + 2 };
  }
  return null;
};

/** Words that may lead to a stated sum. */
export const TOTAL_STARTS: ReadonlySet<string> = new Set([
  "total",
  "totalling",
  "=",
  "tdd",
  "dose",
  "daily",
  "of",
  "a",
  "is",
  "to",
  "ie",
  "equals",
  "equivalent",
  "equal",
  "giving",
  "making",
  "i",
  "e",
  ":",
  "or",
  "-",
  "each",
]);

/** "total 40mg", "total daily dose = 60mg", "= 40mg daily", "equivalent to 20mg": a sum that the text works out itself. */
const total = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  let daily = false;
  let led = false;
  while (TOTAL_STARTS.has(wordAt(tokens, i)) && i < at + 7) {
    const word = wordAt(tokens, i);
    if (["total", "totalling", "=", "tdd", "ie", "equals", "equivalent", "equal", "giving", "making"].includes(word))
      led = true;
    if (word === "daily" || word === "tdd") daily = true;
    i += 1;
  }
  if (!led || i === at) return null;
  const mass = massAt(tokens, i);
  if (mass === null) return null;
  if (mass.unit === "microgram" && wordAt(tokens, mass.next) === "/" && HOUR_WORDS.has(wordAt(tokens, mass.next + 1)))
    return stated(mass.value, "microgram/hour", "not-certain", mass.next + 2);
  const perDose =
    ["per", "each", "a", "/"].includes(wordAt(tokens, mass.next)) && wordAt(tokens, mass.next + 1) === "dose";
  if (perDose) return stated(mass.value, mass.unit, "dose", mass.next + 2);
  const period = readPeriod(tokens, mass.next);
  let next = period?.days === 1 ? period.next : mass.next;
  if (wordAt(tokens, next) === "total" || wordAt(tokens, next) === "dose") next += 1;
  return stated(mass.value, mass.unit, daily || period?.days === 1 ? "day" : "not-certain", next);
};

/** "(1800mg daily total)", "(60mg total daily dose)": the sum of a day, its name behind it. */
const totalBehind = (tokens: Tokens, at: number): Found | null => {
  const mass = wordAt(tokens, at - 1) === "(" ? massAt(tokens, at) : null;
  if (mass === null || mass.unit === "microgram/hour") return null;
  const ends = [
    ["daily", "total"],
    ["total", "daily", "dose"],
    ["daily", "dose"],
    ["a", "day", "total"],
  ];
  const next = ends.map((words) => after(tokens, mass.next, ...words)).find((place) => place > 0);
  return next !== undefined && wordAt(tokens, next) === ")" ? stated(mass.value, mass.unit, "day", next) : null;
};

/** Strengths and totals that the text mentions; they check the product and are never added. */
export const readStated = (tokens: Tokens, at: number): Found | null => {
  if (after(tokens, at, "a", "total") > 0) return total(tokens, at + 1);
  return total(tokens, at) ?? totalBehind(tokens, at) ?? strength(tokens, at);
};
