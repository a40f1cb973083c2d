import { DAILY_WORDS, PART_OF_DAY } from "../words/times.ts";
import { partFound as part, type Found } from "./atoms.ts";
import { readClock, readNoon } from "./clock.ts";
import { leadTime, readFood, readMeals, readMealsCounted } from "./meals.ts";
import { nightLatin } from "./night-latin.ts";
import { after, wordAt, type Tokens } from "./number.ts";

const LEADS: ReadonlySet<string> = new Set([
  "in",
  "the",
  "at",
  "each",
  "every",
  "before",
  "with",
  "on",
  "after",
  "early",
  "of",
  "around",
  "about",
  "just",
  "late",
  "your",
  "by",
  "a",
  "to",
  "going",
  "go",
  "first",
  "thing",
  "mid",
  "@",
  "when",
  "upon",
  "both",
  "per",
]);

const RISING: readonly (readonly string[])[] = [
  ["when", "you", "get", "up"],
  ["when", "getting", "up"],
  ["on", "getting", "up"],
  ["when", "you", "wake", "up"],
  ["when", "you", "wake"],
  ["on", "waking", "up"],
  ["first", "thing"],
];
const RETIRING: readonly (readonly string[])[] = [
  ["when", "you", "go", "to", "bed"],
  ["when", "going", "to", "bed"],
];

const MOVES: ReadonlySet<string> = new Set([...RISING, ...RETIRING].map(([word]) => word ?? ""));

/** "when you get up", "when going to bed": a part of the day in a clause of its own. */
const risingOrRetiring = (tokens: Tokens, at: number): Found | null => {
  for (const [name, phrases] of [["morning", RISING] as const, ["night", RETIRING] as const])
    for (const phrase of phrases) {
      const next = after(tokens, at, ...phrase);
      const more = wordAt(tokens, next) === "in" || PART_OF_DAY.has(wordAt(tokens, next));
      if (next > 0 && !more) return part(name, name, next);
    }
  return null;
};

const EVENTS: ReadonlySet<string> = new Set(
  "surgery procedure op operation scan mri flight travel travelling appointment dentist exam test admission theatre biopsy".split(
    " ",
  ),
);

/** "the night before surgery", "morning of the scan": one day, and no day after it. */
const isEvent = (tokens: Tokens, at: number): boolean => {
  if (wordAt(tokens, at) !== "before" && wordAt(tokens, at) !== "of") return false;
  let i = at + 1;
  while (["the", "your", "a", "any"].includes(wordAt(tokens, i))) i += 1;
  return EVENTS.has(wordAt(tokens, i));
};

const TIME_AFTER: ReadonlySet<string> = new Set(["time", "times", "meal", "dose"]);

/** "in the morning", "every night", "1 hour before bed", "mane", "8am": a part of the day at which a dose is taken. */
export const readPart = (
  tokens: Tokens,
  at: number,
  clockMode: boolean,
  isDay: (word: string) => boolean,
): Found | null => {
  const found =
    (MOVES.has(wordAt(tokens, at)) ? risingOrRetiring(tokens, at) : null) ??
    nightLatin(tokens, at, isDay) ??
    readFood(tokens, at) ??
    readNoon(tokens, at) ??
    readClock(tokens, at, clockMode) ??
    readMealsCounted(tokens, at) ??
    readMeals(tokens, at);
  if (found !== null) return found;
  const start = leadTime(tokens, at);
  let i = start;
  while (i < start + 5 && LEADS.has(wordAt(tokens, i)) && !(wordAt(tokens, i) === "on" && i > start)) i += 1;
  const word = wordAt(tokens, i);
  const name = PART_OF_DAY.get(word);
  if (name === undefined) return null;
  if (
    i === at &&
    (word === "bed" || word === "sleep" || word === "waking" || (word === "tea" && wordAt(tokens, i + 1) === "spoon"))
  )
    return word === "tea" || word === "bed" ? part(name, word, i + 1) : null;
  if (isEvent(tokens, i + 1)) return { atom: { kind: "bad", reason: "no-frequency" }, next: i + 1 };
  let next = i + 1;
  if (wordAt(tokens, next) === "-" && wordAt(tokens, next + 1) === "time") next += 1;
  const following = wordAt(tokens, next);
  if (
    TIME_AFTER.has(following) &&
    !(tokens[next + 1] !== undefined && following === "times" && DAILY_WORDS.has(wordAt(tokens, next + 1)))
  )
    next += 1;
  return part(name, word, next);
};

export const PART_STARTS: ReadonlySet<string> = new Set([
  ...LEADS,
  ...PART_OF_DAY.keys(),
  "midnight",
  "half",
  "an",
  "during",
  "between",
  "following",
  "immediately",
  "or",
  "prior",
  "about",
  "at",
]);
