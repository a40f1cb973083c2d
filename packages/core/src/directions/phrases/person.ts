import { DOSE_WORDS } from "../words/lexicon.ts";
import { harmless, type Found } from "./atoms.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

const WEIGHT: ReadonlySet<string> = new Set(["wt", "weight", "weighs", "weighing", "bw"]);
const AGE: ReadonlySet<string> = new Set(["age", "aged"]);
const PLACE: ReadonlySet<string> = new Set(["ward", "room", "bay", "flat"]);
const MARKS: ReadonlySet<string> = new Set(["<", ">", "=", ":", "is", "under", "over", "about", "approx"]);

/** "wt <50kg", "aged 84", "Ward 7": a number of the person or of a place. */
const numbered = (tokens: Tokens, at: number): number => {
  const word = wordAt(tokens, at);
  if (!WEIGHT.has(word) && !AGE.has(word) && !PLACE.has(word)) return -1;
  let i = at + 1;
  while (MARKS.has(wordAt(tokens, i))) i += 1;
  const number = readNumber(tokens, i);
  if (number === null || !number.digits) return -1;
  const unit = wordAt(tokens, number.next);
  if (WEIGHT.has(word)) return ["kg", "kgs", "kilos", "st", "stone"].includes(unit) ? number.next + 1 : -1;
  return ["years", "yrs", "yr", "y"].includes(unit) ? number.next + 1 : number.next;
};

/** "(JM 4/11)": who wrote it and when. */
const initials = (tokens: Tokens, at: number): number => {
  if (wordAt(tokens, at) !== "(") return -1;
  const name = wordAt(tokens, at + 1);
  if (!/^[a-z]{2,3}$/.test(name) || DOSE_WORDS.has(name)) return -1;
  let i = at + 2;
  while (tokens[i]?.digits === true && ["/", "-", ")"].includes(wordAt(tokens, i + 1))) {
    i += 1;
    if (wordAt(tokens, i) !== ")") i += 1;
  }
  return i >= at + 5 && wordAt(tokens, i) === ")" ? i + 1 : -1;
};

/** Numbers that belong to the person, a place, or whoever wrote the text. */
export const readPerson = (tokens: Tokens, at: number): Found | null => {
  const found = [numbered(tokens, at), initials(tokens, at)].find((next) => next > 0);
  return found === undefined ? null : harmless(found);
};

export const PERSON_STARTS: readonly string[] = [...WEIGHT, ...AGE, ...PLACE, "("];
