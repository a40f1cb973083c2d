import { DAILY_WORDS, PART_OF_DAY } from "../words/times.ts";
import type { Found, Part } from "./atoms.ts";
import { readRange, wordAt, type Tokens } from "./number.ts";

const part = (name: Part["part"], written: string, next: number, count = 1): Found => ({
  atom: { kind: "part", part: name, count, written },
  next,
});

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
]);

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

const nightLatin = (tokens: Tokens, at: number, isDay: (word: string) => boolean): Found | null => {
  if (wordAt(tokens, at) !== "on") return null;
  const next = wordAt(tokens, at + 1);
  if (next === "and" && !["and"].includes(wordAt(tokens, at + 2))) return part("night", "on", at + 1);
  if (ON_LEADS.has(next) || isDay(next) || (tokens[at + 1]?.value != null && tokens[at - 1]?.value == null))
    return null;
  const before = tokens[at - 1];
  if (before === undefined) return null;
  return part("night", "on", at + 1);
};

const clock = (tokens: Tokens, at: number, clockMode: boolean): Found | null => {
  const led = wordAt(tokens, at) === "at" || wordAt(tokens, at) === "@";
  const start = led ? at + 1 : at;
  const hour = tokens[start];
  if (hour === undefined || !hour.digits) return null;
  const colon = wordAt(tokens, start + 1) === ":" || wordAt(tokens, start + 1) === ";";
  const minutes = tokens[start + 2];
  if (
    colon &&
    minutes?.digits === true &&
    minutes.word.length === 2 &&
    Number(hour.word) < 24 &&
    Number(minutes.word) < 60
  ) {
    let next = start + 3;
    let late = 0;
    const suffix = wordAt(tokens, next);
    if (suffix === "pm" && Number(hour.word) < 12) late = 12;
    if (["am", "pm", "hrs", "hours", "h"].includes(suffix)) next += 1;
    return part(`${Number(hour.word) + late}:${Number(minutes.word)}`, "clock", next);
  }
  if (
    hour.word.length === 4 &&
    /^(?:[01]\d|2[0-3])00$/.test(hour.word) &&
    (led || ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)))
  )
    return part(
      `${Number(hour.word.slice(0, 2))}:00`,
      "clock",
      ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)) ? start + 2 : start + 1,
    );
  const half = wordAt(tokens, start + 1);
  if (half === "oclock" && led) return part(`${Number(hour.word)}:00`, "clock", start + 2);
  if ((half !== "am" && half !== "pm") || !(led || clockMode)) return null;
  const value = hour.value;
  if (value === null || value.n < 1 || value.n > 12 * value.d) return null;
  const whole = Math.floor(value.n / value.d);
  return part(
    `${(whole % 12) + (half === "pm" ? 12 : 0)}:${value.d === 1 ? 0 : Number(hour.word.split(".")[1])}`,
    "clock",
    start + 2,
  );
};

/** "half an hour before", "30 minutes before", "1-2 hours before": how long before bed or breakfast. */
const leadTime = (tokens: Tokens, at: number): number => {
  let i = at;
  if (["at", "about"].includes(wordAt(tokens, i))) i += wordAt(tokens, i + 1) === "least" ? 2 : 1;
  if (wordAt(tokens, i) === "half") i += wordAt(tokens, i + 1) === "an" || wordAt(tokens, i + 1) === "a" ? 2 : 1;
  else if (wordAt(tokens, i) === "an" || wordAt(tokens, i) === "a") i += 1;
  else {
    const range = readRange(tokens, i, true);
    if (range === null) return at;
    i = range.next;
  }
  if (!["hour", "hours", "hr", "hrs", "minutes", "mins", "min", "minute"].includes(wordAt(tokens, i))) return at;
  return ["before", "after", "prior"].includes(wordAt(tokens, i + 1)) ? i + 1 : at;
};

const FOOD: ReadonlySet<string> = new Set([
  "food",
  "eating",
  "meal",
  "meals",
  "foods",
  "use",
  "swallowing",
  "exercise",
]);

/** "30-60 minutes before food": how the dose sits beside food, not how often. */
const food = (tokens: Tokens, at: number): Found | null => {
  const start = leadTime(tokens, at);
  if (start === at) return null;
  let i = start + 1;
  while (["a", "the", "any", "your", "or", "after", "first", "to", "each", "other", "main"].includes(wordAt(tokens, i)))
    i += 1;
  if (!FOOD.has(wordAt(tokens, i))) return null;
  return wordAt(tokens, i).startsWith("meal") ? null : { atom: { kind: "harmless" }, next: i + 1 };
};

/** "12 noon", "12 midnight": the number is a clock, not an amount. */
const noon = (tokens: Tokens, at: number): Found | null => {
  const start = wordAt(tokens, at) === "at" ? at + 1 : at;
  if (wordAt(tokens, start) !== "12") return null;
  const name = wordAt(tokens, start + 1);
  if (name === "noon" || name === "midday") return part("midday", name, start + 2);
  return name === "midnight" ? part("0:00", "clock", start + 2) : null;
};

/** Meals in general: they say when, not how often. */
const meals = (tokens: Tokens, at: number): Found | null => {
  let i = leadTime(tokens, at);
  if (
    !["with", "before", "after", "at", "during", "between", "following", "just", "immediately", "or", "prior"].includes(
      wordAt(tokens, i),
    )
  )
    return null;
  while (
    i < at + 12 &&
    [
      "with",
      "or",
      "before",
      "after",
      "at",
      "just",
      "immediately",
      "during",
      "following",
      "the",
      "each",
      "every",
      "your",
      "main",
      "a",
      "all",
      "meal",
      "/",
      "prior",
      "to",
      "between",
      "three",
      "3",
    ].includes(wordAt(tokens, i)) &&
    !["meals", "mealtimes"].includes(wordAt(tokens, i))
  ) {
    if (wordAt(tokens, i) === "meal" && !["times", "time"].includes(wordAt(tokens, i + 1)))
      return part("meal", "meal", i + 1, 3);
    i += 1;
  }
  if (["meals", "mealtimes", "mealtime"].includes(wordAt(tokens, i))) return part("meal", "meal", i + 1, 3);
  if (wordAt(tokens, i) === "times" && wordAt(tokens, i - 1) === "meal") return part("meal", "meal", i + 1, 3);
  return null;
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
    nightLatin(tokens, at, isDay) ??
    food(tokens, at) ??
    noon(tokens, at) ??
    clock(tokens, at, clockMode) ??
    meals(tokens, at);
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
