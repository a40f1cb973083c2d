import { DOSE_WORDS, KNOWN_WORDS } from "../words/lexicon.ts";
import { partFound as part, type Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

/** "on" is the night dose only where it does not lead to a day ("on Mondays", "on alternate days"). */
const ON_LEADS: ReadonlySet<string> = new Set([
  "a",
  "the",
  "alternate",
  "alt",
  "alternative",
  "waking",
  "going",
  "days",
  "each",
  "every",
  "day",
  "rising",
  "retiring",
  "an",
  "affected",
  "same",
  "non",
  "empty",
  "hairless",
  "advice",
  "your",
  "skin",
  "week",
  "weekdays",
  "weekends",
  "first",
  "second",
  "even",
  "odd",
  "tongue",
  "and",
  "to",
  "clean",
  "dry",
]);

const NIGHT_BEHIND: ReadonlySet<string> = new Set([
  "and",
  "&",
  "+",
  ",",
  "/",
  "-",
  ")",
  ".",
  "or",
  "take",
  "mr",
  "sr",
  "po",
]);

/** Behind a verb of preparing, or before what food it goes on, "on" is a plain word. */
const mayBeNight = (tokens: Tokens, at: number): boolean => {
  const [last, next] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)];
  const dosed = tokens[at - 1]?.value != null || DOSE_WORDS.has(last) || NIGHT_BEHIND.has(last);
  const placed = /^[a-z]{3,}$/.test(next) && !DOSE_WORDS.has(next) && !KNOWN_WORDS.has(next);
  return placed ? false : dosed || !/^[a-z]+$/.test(last) || KNOWN_WORDS.has(last);
};

/** "1 tab on", "10mg mane and on": the shorthand for at night, where "on" can be nothing else. */
export const nightLatin = (tokens: Tokens, at: number, isDay: (word: string) => boolean): Found | null => {
  if (wordAt(tokens, at) !== "on") return null;
  const next = wordAt(tokens, at + 1);
  if (next === "and" && !["and"].includes(wordAt(tokens, at + 2))) return part("night", "on", at + 1);
  // "1 tab on 1/52": at night, for a week.
  const span = ["7", "52", "12"].includes(wordAt(tokens, at + 3)) && wordAt(tokens, at + 2) === "/";
  if (span && wordAt(tokens, at + 4) !== "/" && at > 0) return part("night", "on", at + 1);
  if (ON_LEADS.has(next) || isDay(next) || (tokens[at + 1]?.value != null && tokens[at - 1]?.value == null))
    return null;
  if (tokens[at - 1] === undefined || !mayBeNight(tokens, at)) return null;
  return part("night", "on", at + 1);
};
