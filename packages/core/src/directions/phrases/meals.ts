import type { PerDay } from "../types.ts";
import { partFound as part, type Found } from "./atoms.ts";
import { readRange, wordAt, type Tokens } from "./number.ts";

/** "half an hour before", "30 minutes before", "1-2 hours before": how long before bed or breakfast. */
export const leadTime = (tokens: Tokens, at: number): number => {
  let i = at;
  if (["at", "about"].includes(wordAt(tokens, i))) i += wordAt(tokens, i + 1) === "least" ? 2 : 1;
  if (wordAt(tokens, i) === "half") i += wordAt(tokens, i + 1) === "an" || wordAt(tokens, i + 1) === "a" ? 2 : 1;
  else if (wordAt(tokens, i) === "an" || wordAt(tokens, i) === "a") i += 1;
  else {
    const range = readRange(tokens, i, true);
    if (range === null) return at;
    i = range.next;
  }
  // "an hour or so before bed".
  if (wordAt(tokens, i).startsWith("h") && wordAt(tokens, i + 1) === "or" && wordAt(tokens, i + 2) === "so")
    return ["before", "after", "prior"].includes(wordAt(tokens, i + 3)) ? i + 4 : at;
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
export const readFood = (tokens: Tokens, at: number): Found | null => {
  const start = leadTime(tokens, at);
  if (start === at) return null;
  let i = start + 1;
  while (["a", "the", "any", "your", "or", "after", "first", "to", "each", "other", "main"].includes(wordAt(tokens, i)))
    i += 1;
  if (!FOOD.has(wordAt(tokens, i))) return null;
  return wordAt(tokens, i).startsWith("meal") ? null : { atom: { kind: "harmless" }, next: i + 1 };
};

/** "with each of three main meals": so many times a day. */
export const readMealsCounted = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  while (
    ["with", "before", "after", "at", "each", "of", "your", "the", "all"].includes(wordAt(tokens, i)) &&
    i < at + 5
  )
    i += 1;
  const count = i === at ? null : tokens[i]?.value;
  if (count == null || count.d !== 1 || count.n > 4 || count.n < 2) return null;
  i += ["main", "daily"].includes(wordAt(tokens, i + 1)) ? 2 : 1;
  if (!["meals", "mealtimes"].includes(wordAt(tokens, i))) return null;
  const days: PerDay = { min: count, max: count };
  return { atom: { kind: "times", times: days, days: 1, style: "counted", upTo: false }, next: i + 1 };
};

/** Meals in general: they say when, not how often. */
export const readMeals = (tokens: Tokens, at: number): Found | null => {
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
