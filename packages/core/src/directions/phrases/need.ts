import { NEED_WORDS, SYMPTOM_WORDS } from "../words/need.ts";
import type { Found } from "./atoms.ts";
import { after, wordAt, type Tokens } from "./number.ts";

const need = (next: number): Found => ({ atom: { kind: "need" }, next });

const PEOPLE: ReadonlySet<string> = new Set([
  "you",
  "it",
  "they",
  "is",
  "are",
  "he",
  "she",
  "pt",
  "patient",
  "resident",
  "absolutely",
  "really",
  "only",
  "strictly",
  "clinically",
  "have",
  "has",
  "in",
  "feeling",
  "feel",
  "there",
  "s",
  "any",
  "the",
  "experiencing",
  "further",
  "severe",
  "bad",
  "suffering",
  "getting",
  "very",
  "a",
  "becomes",
  "pain",
  "symptoms",
]);

const OTHER: readonly (readonly string[])[] = [
  ["prn"],
  ["ar"],
  ["during", "flare"],
  ["during", "flares"],
  ["during", "flare", "ups"],
  ["if", "unable", "to", "sleep"],
  ["when", "unable", "to", "sleep"],
  ["if", "cant", "sleep"],
  ["when", "cant", "sleep"],
  ["if", "cannot", "sleep"],
  ["when", "you", "cant", "sleep"],
  ["if", "you", "cant", "sleep"],
  ["if", "not", "sleeping"],
  ["if", "struggling", "to", "sleep"],
  ["if", "difficulty", "sleeping"],
  ["if", "trouble", "sleeping"],
  ["if", "pain", "breaks", "through"],
  ["when", "pain", "breaks", "through"],
  ["if", "breakthrough", "pain"],
  ["when", "breakthrough", "pain"],
  ["for", "emergency", "use"],
  ["on", "demand"],
  ["as", "pain", "requires"],
  ["according", "to", "need"],
  ["sos"],
  ["as", "and", "when"],
  ["on", "an", "as", "needed", "basis"],
  ["when", "pain", "requires"],
  ["ad", "lib"],
  ["if", "pain", "persists"],
  ["as", "you", "need"],
  ["only", "if", "needed"],
  ["for", "prn", "use"],
  ["as", "per", "need"],
  ["when", "you", "need", "it"],
  ["as", "symptoms", "require"],
];

/** "when required", "if needed", "as and when necessary", "if in pain", "prn": the dose is taken only at need. */
export const readNeed = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (word === "as" && after(tokens, at, "as", "and", "when") > 0) {
    const after3 = at + 3;
    return need(NEED_WORDS.has(wordAt(tokens, after3)) ? after3 + 1 : after3);
  }
  if (
    word === "when" &&
    ["and", "&", "or"].includes(wordAt(tokens, at + 1)) &&
    wordAt(tokens, at + 2) === "if" &&
    NEED_WORDS.has(wordAt(tokens, at + 3))
  )
    return need(at + 4);
  if (
    word === "as" &&
    ["or", "/", "and"].includes(wordAt(tokens, at + 1)) &&
    wordAt(tokens, at + 2) === "when" &&
    NEED_WORDS.has(wordAt(tokens, at + 3))
  )
    return need(at + 4);
  // "upper ar": an arm.
  if (word === "ar" && ["upper", "lower", "left", "right", "outer", "the"].includes(wordAt(tokens, at - 1)))
    return null;
  for (const phrase of OTHER) {
    const next = after(tokens, at, ...phrase);
    if (next > 0) return need(next);
  }
  if (word === "now" && wordAt(tokens, at + 1) === "and" && ["then", "again"].includes(wordAt(tokens, at + 2)))
    return at > 0 && tokens.slice(at + 3).some(({ value }) => value !== null) ? null : need(at + 3);
  if (word === "required" || word === "needed" || word === "necessary") return null;
  if (!["when", "if", "as", "where", "whenever", "wen", "whn"].includes(word)) return null;
  let i = at + 1;
  if (word === "if" && wordAt(tokens, i) === "and" && wordAt(tokens, i + 1) === "when") i += 2;
  while (
    i < at + 5 &&
    PEOPLE.has(wordAt(tokens, i)) &&
    !(
      SYMPTOM_WORDS.has(wordAt(tokens, i)) &&
      !NEED_WORDS.has(wordAt(tokens, i + 1)) &&
      !PEOPLE.has(wordAt(tokens, i + 1)) &&
      !SYMPTOM_WORDS.has(wordAt(tokens, i + 1))
    )
  )
    i += 1;
  if (NEED_WORDS.has(wordAt(tokens, i))) return need(i + 1);
  if (word === "as" || !SYMPTOM_WORDS.has(wordAt(tokens, i))) return null;
  while (SYMPTOM_WORDS.has(wordAt(tokens, i))) i += 1;
  return need(i);
};

export const NEED_STARTS: ReadonlySet<string> = new Set([
  "when",
  "if",
  "as",
  "where",
  "whenever",
  "wen",
  "whn",
  "now",
  ...OTHER.map((phrase) => phrase[0] ?? ""),
]);
