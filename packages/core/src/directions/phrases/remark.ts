import { harmless, type Found } from "./atoms.ts";
import { CLINICAL_STARTS, MINUTES, readClinicalNote } from "./clinical-note.ts";
import { after, readRange, wordAt, type Tokens } from "./number.ts";

const VESSELS: ReadonlySet<string> = new Set([
  "glass",
  "glasses",
  "glassful",
  "cup",
  "tumbler",
  "bottle",
  "sip",
  "sips",
]);
const DRINKS: ReadonlySet<string> = new Set(["water", "juice", "liquid", "fluid", "milk", "squash", "drink", "fluids"]);

const MEASURES: ReadonlySet<string> = new Set(["ml", "mls", "litre", "litres", "full"]);

/** True where a vessel or a measure stands within reach. */
const isDrinkNear = (tokens: Tokens, at: number): boolean => {
  for (let i = at; i < at + 6; i += 1) {
    const word = wordAt(tokens, i);
    if (VESSELS.has(word) || MEASURES.has(word)) return true;
  }
  return false;
};

/** "with one glass of water", "glass (200ml) of water", "in 125ml of water": what the dose is taken with. */
const drink = (tokens: Tokens, at: number): Found | null => {
  if (!isDrinkNear(tokens, at)) return null;
  let i = at;
  if (["with", "in", "into"].includes(wordAt(tokens, i))) i += 1;
  while (
    ["about", "approximately", "at", "least", "a", "full", "large", "small", "(", "the", "half", "good"].includes(
      wordAt(tokens, i),
    )
  )
    i += 1;
  const range = readRange(tokens, i, true);
  if (range !== null) i = range.next;
  else if (i === at) return null;
  const measured = ["ml", "mls", "litre", "litres"].includes(wordAt(tokens, i));
  if (!measured && !VESSELS.has(wordAt(tokens, i)) && wordAt(tokens, i) !== "full") return null;
  while (
    VESSELS.has(wordAt(tokens, i)) ||
    ["ml", "mls", "litre", "litres", "full", "(", ")", "of", "a", "cold"].includes(wordAt(tokens, i))
  )
    i += 1;
  return DRINKS.has(wordAt(tokens, i)) ? harmless(i + 1) : null;
};

/** "pain score 7-10", "score above 4": when it hurts so much. */
const painScore = (tokens: Tokens, at: number): Found | null => {
  let i = after(tokens, at, "pain", "score");
  if (i < 0) i = after(tokens, at, "score");
  if (i < 0) return null;
  while (["of", "is", "=", ":", ">", "<", "above", "over"].includes(wordAt(tokens, i))) i += 1;
  const range = readRange(tokens, i, true);
  if (range === null) return null;
  if (wordAt(tokens, range.next) === "/" && wordAt(tokens, range.next + 1) === "10") return harmless(range.next + 2);
  return harmless(range.next);
};

/** "(24 hour release)", "12 hourly preparation": the name of what it is. */
const release = (tokens: Tokens, at: number): Found | null => {
  const hours = ["12", "24", "twelve"].includes(wordAt(tokens, at));
  if (!hours) return null;
  let i = at + 1;
  if (wordAt(tokens, i) === "-") i += 1;
  if (!["hour", "hr", "h", "hourly", "hrly", "hrs", "hours"].includes(wordAt(tokens, i))) return null;
  i += 1;
  while (
    ["modified", "slow", "prolonged", "extended", "controlled", "sustained", "m", "mr", "sr"].includes(
      wordAt(tokens, i),
    )
  )
    i += 1;
  const tablet =
    wordAt(tokens, i - 1).startsWith("h") && ["tablet", "tablets", "capsule", "capsules"].includes(wordAt(tokens, i));
  if (tablet && !wordAt(tokens, i - 1).endsWith("ly")) return harmless(i);
  return ["release", "preparation", "formulation", "relief", "acting", "version", "brand"].includes(wordAt(tokens, i))
    ? harmless(i + 1)
    : null;
};

const CALLS: ReadonlySet<string> = new Set([
  "tel",
  "telephone",
  "phone",
  "call",
  "ring",
  "contact",
  "mobile",
  "ext",
  "number",
]);

/** "tel 0191 2345678": a telephone number, with whom it belongs to left out. */
const telephone = (tokens: Tokens, at: number): Found | null => {
  if (!CALLS.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (
    ["us", "on", "surgery", "gp", "the", "no", ":", "pharmacy", "111", "999", "nhs", "clinic", ".", "number"].includes(
      wordAt(tokens, i),
    ) &&
    i < at + 5
  )
    i += 1;
  const start = i;
  // "0191 2345678 1-2 qds": a number has its ten or eleven digits, and what follows is a dose.
  for (let digits = 0; digits < 10 && tokens[i]?.digits === true && wordAt(tokens, i).length >= 3; i += 1)
    digits += wordAt(tokens, i).length;
  return i > start && Number(wordAt(tokens, start).length) >= 3 ? harmless(i) : null;
};

/** "stay upright for 30 minutes", "wait 15 minutes": minutes are no dose. */
const minutes = (tokens: Tokens, at: number): Found | null => {
  const lead =
    wordAt(tokens, at) === "for" || wordAt(tokens, at) === "at"
      ? at + (wordAt(tokens, at + 1) === "least" ? 2 : 1)
      : at;
  if (lead === at || wordAt(tokens, at) !== "for") return null;
  const range = readRange(tokens, lead, true);
  return range !== null && MINUTES.has(wordAt(tokens, range.next)) ? harmless(range.next + 1) : null;
};

/** Remarks with a number in them that say nothing about the dose. */
export const readRemark = (tokens: Tokens, at: number): Found | null =>
  painScore(tokens, at) ??
  release(tokens, at) ??
  telephone(tokens, at) ??
  minutes(tokens, at) ??
  readClinicalNote(tokens, at) ??
  drink(tokens, at);

export const REMARK_STARTS: readonly string[] = [
  ...CALLS,
  ...CLINICAL_STARTS,
  "pain",
  "score",
  "with",
  "in",
  "into",
  "for",
  "a",
  "full",
  "glass",
  "half",
];
