import { KNOWN_WORDS } from "../words/lexicon.ts";
import { NEED_WORDS } from "../words/need.ts";
import { DAY_NAMES, DAY_WORDS, HOURLY_WORDS, PART_OF_DAY, TIMES_A_DAY, WEEK_WORDS } from "../words/times.ts";
import { isPlural, SPOON_ML, UNIT_WORDS } from "../words/units.ts";
import { oneSlipApart } from "../text/spelling.ts";
import type { Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const TAKEN: ReadonlySet<string> = set("take tak tke takes tk tkae taking give use apply");
/** Where a dose begins: at the start, behind a verb, behind what joins two doses. */
const OPENS: ReadonlySet<string> = new Set(["", ".", ",", ";", ":", "(", "-", "and", "&", "+", "or", "to", ...TAKEN]);
const WORN: ReadonlySet<string> = set("patch plaster");
const PLACED: ReadonlySet<string> = set("put place leave keep wear stick apply the same old new");
const RISES: ReadonlySet<string> = set("waking rising retiring sleep mornings evenings nights");
const PERIODS: ReadonlySet<string> = new Set([...DAY_WORDS, ...WEEK_WORDS, ...PART_OF_DAY.keys(), "hour", "hours"]);

const isUnit = (word: string): boolean => word.length > 1 && UNIT_WORDS.has(word) && !WORN.has(word);

/** "every morning", "every 6 hours": how often, and no place on the body. */
const isOften = (tokens: Tokens, at: number): boolean =>
  ["every", "each"].includes(wordAt(tokens, at)) &&
  (tokens[at + 1]?.value != null || PERIODS.has(wordAt(tokens, at + 1)));

/** "to at night", "to capsules", "take to 5ml": two without its w. */
const lostTwo = (tokens: Tokens, at: number): boolean => {
  const next = wordAt(tokens, at + 1);
  if (
    isUnit(next) ||
    isOften(tokens, at + 1) ||
    TIMES_A_DAY.has(next) ||
    PART_OF_DAY.has(next) ||
    next === "to" ||
    next === "with"
  )
    return true;
  if (next === "in" && wordAt(tokens, at + 2) === "the") return PART_OF_DAY.has(wordAt(tokens, at + 3));
  if (next === "at" || next === "or") return PART_OF_DAY.has(wordAt(tokens, at + 2)) || tokens[at + 2]?.value != null;
  return tokens[at + 1]?.value != null && TAKEN.has(wordAt(tokens, at - 1));
};

/** "on or two", "on at night", "take on tablet": one without its e. */
const lostOne = (tokens: Tokens, at: number): boolean => {
  const next = wordAt(tokens, at + 1);
  if (isUnit(next) || HOURLY_WORDS.has(next) || (PART_OF_DAY.has(next) && !RISES.has(next))) return true;
  if (WORN.has(next)) return !PLACED.has(wordAt(tokens, at - 1));
  // "on-Fri", "on, Wed and Fri": Monday.
  if ([",", "-", "to"].includes(next) && DAY_NAMES.has(wordAt(tokens, at + 2))) return true;
  if (["in", "to"].includes(wordAt(tokens, at - 1))) return true;
  if (!OPENS.has(wordAt(tokens, at - 1))) return false;
  if (["or", "to", "-"].includes(next)) return tokens[at + 2]?.value != null;
  if (next === "and") return ["a", "half"].includes(wordAt(tokens, at + 2));
  if (next === "in" || next === "with") return tokens.slice(at + 2, at + 4).some(({ word }) => PART_OF_DAY.has(word));
  const counted = tokens.slice(at + 3, at + 6).some(({ word }) => isUnit(word) && !isPlural(word));
  const mass = tokens[at + 1]?.value != null && counted;
  return mass || (next === "at" && PART_OF_DAY.has(wordAt(tokens, at + 2))) || isOften(tokens, at + 1);
};

/** "as red", "as ec", "if ned": a word of need without one letter. */
const lostNeed = (tokens: Tokens, at: number): boolean => {
  const word = wordAt(tokens, at + 1);
  return (
    /^[a-z]{2,}$/.test(word) &&
    !NEED_WORDS.has(word) &&
    ((/q|uri|cess|nee/.test(word) && !KNOWN_WORDS.has(word)) ||
      [...NEED_WORDS].some((need) => need.length === word.length + 1 && oneSlipApart(word, need)))
  );
};

/** "2 hs before bed": hours, or one more part of the day. */
const lostHours = (tokens: Tokens, at: number): boolean =>
  tokens[at - 1]?.value != null &&
  (["before", "after", "apart"].includes(wordAt(tokens, at + 1)) || tokens[at - 1]?.word === "24");

/** "one for hourly", "take one our x daily", "our 5ml spoonfuls": four. */
const lostFour = (tokens: Tokens, at: number): boolean =>
  HOURLY_WORDS.has(wordAt(tokens, at + 1)) ||
  ["x", "times"].includes(wordAt(tokens, at + 1)) ||
  (tokens[at + 1]?.value != null && SPOON_ML.has(wordAt(tokens, at + 3)));

const evening = (tokens: Tokens, at: number): boolean =>
  wordAt(tokens, at + 2) === "pm" &&
  (["and", "&", "+"].includes(wordAt(tokens, at + 1)) || tokens[at + 1]?.value != null);

const JOINS: ReadonlySet<string> = set("and & +");

/** "tea and ed". */
const joinedLast = (tokens: Tokens, at: number): boolean =>
  JOINS.has(wordAt(tokens, at - 1)) && ["", ".", ")"].includes(wordAt(tokens, at + 1));

const LOST: Readonly<Record<string, (tokens: Tokens, at: number) => boolean>> = {
  to: lostTwo,
  on: lostOne,
  for: lostFour,
  our: lostFour,
  a: evening,
  as: lostNeed,
  if: lostNeed,
  when: lostNeed,
  hs: lostHours,
  // "1 mane + note".
  note: (tokens, at) => JOINS.has(wordAt(tokens, at - 1)) && ![":", "that"].includes(wordAt(tokens, at + 1)),
  // "do nt crush".
  nt: (tokens, at) => ["do", "should", "must", "does"].includes(wordAt(tokens, at - 1)),
  tone: (_, at) => at === 0,
  ed: joinedLast,
  does: (tokens, at) => tokens[at - 1]?.value != null,
  top: (tokens, at) => wordAt(tokens, at + 1) === "if",
  tue: (tokens, at) => ["feeding", "peg", "ng", "nj"].includes(wordAt(tokens, at - 1)),
};

/** A word that stands where only a number, or a word of need, could: one letter of it was lost, and what it said is not known. */
export const readLostLetter = (tokens: Tokens, at: number): Found | null =>
  LOST[wordAt(tokens, at)]?.(tokens, at) === true
    ? { atom: { kind: "bad", reason: "not-understood" }, next: at + 1 }
    : null;

export const LOST_LETTER_STARTS: ReadonlySet<string> = new Set(Object.keys(LOST));
