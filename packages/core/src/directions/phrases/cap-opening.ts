import { after, wordAt, type Tokens } from "./number.ts";

export const NAMES: ReadonlySet<string> = new Set([
  "max",
  "maximum",
  "maxium",
  "maximun",
  "mx",
  "limit",
  "mdd",
  "maxdose",
]);
export const BETWEEN: ReadonlySet<string> = new Set([
  "of",
  "dose",
  "doses",
  "is",
  ":",
  ".",
  "daily",
  "total",
  "a",
  "be",
  "dosage",
  "to",
  "-",
  "=",
  "take",
  "taken",
  "any",
  "up",
  "not",
  "limited",
]);

const EXCEED: readonly (readonly string[])[] = [
  ["do", "not", "exceed"],
  ["not", "exceeding"],
  ["not", "to", "exceed"],
  ["dont", "exceed"],
  ["never", "exceed"],
  ["must", "not", "exceed"],
  ["without", "exceeding"],
  ["should", "not", "exceed"],
];
const MORE: readonly (readonly string[])[] = [
  ["no", "more", "than"],
  ["not", "more", "than"],
  ["more", "than"],
  ["not", ">"],
  ["no", "more", "often", "than"],
  ["not", "more", "often", "than"],
  ["no", "more", "then"],
  ["not", "more", "then"],
  ["more", "often", "than"],
  ["no", "more", "frequently", "than"],
  ["not", "more", "frequently", "than"],
  ["more", "then"],
  ["no", ">"],
  ["no", "greater", "than"],
  ["at", "most"],
  ["at", "the", "most"],
  ["at", "the", "very", "most"],
  ["limit", "of"],
];
const DO_NOT: readonly (readonly string[])[] = [
  ["do", "not"],
  ["dont"],
  ["never"],
  ["must", "not"],
  ["not", "to"],
  ["please", "do", "not"],
];
const TAKE: ReadonlySet<string> = new Set(["take", "use", "have", "be", "taken", "used", "apply", "give", "inhale"]);

export const anyOf = (tokens: Tokens, at: number, phrases: readonly (readonly string[])[]): number => {
  for (const phrase of phrases) {
    const next = after(tokens, at, ...phrase);
    if (next > 0) return next;
  }
  return -1;
};

/** The place after the words that open a maximum; -1 where none do. */
export const opening = (tokens: Tokens, at: number): number => {
  let i = at;
  if (wordAt(tokens, i) === "up" && wordAt(tokens, i + 1) === "to") i += 2;
  else if (wordAt(tokens, i) === "to") i += 1;
  if (i > at && wordAt(tokens, i) === "a") i += 1;
  if (wordAt(tokens, i) === "with" && wordAt(tokens, i + 1) === "a") i += 2;
  if (NAMES.has(wordAt(tokens, i))) {
    i += 1;
    while (BETWEEN.has(wordAt(tokens, i)) && !(wordAt(tokens, i) === "a" && wordAt(tokens, i + 1) === "day")) i += 1;
    return i;
  }
  if (i > at) return -1;
  const exceed = anyOf(tokens, at, EXCEED);
  if (exceed > 0) return exceed;
  const not = anyOf(tokens, at, DO_NOT);
  if (not > 0) {
    let verb = not;
    while (TAKE.has(wordAt(tokens, verb))) verb += 1;
    return anyOf(
      tokens,
      verb,
      MORE.filter((phrase) => phrase[0] === "more"),
    );
  }
  return anyOf(
    tokens,
    at,
    MORE.filter((phrase) => phrase[0] !== "more"),
  );
};

const firsts = (phrases: readonly (readonly string[])[]): readonly string[] => phrases.map((phrase) => phrase[0] ?? "");

export const CAP_STARTS: ReadonlySet<string> = new Set([
  "up",
  "to",
  "with",
  "mdd",
  ...NAMES,
  ...firsts(EXCEED),
  ...firsts(MORE),
  ...firsts(DO_NOT),
]);
