import { KNOWN_WORDS } from "../words/lexicon.ts";

/** Long words that are worth repairing; short ones lie too close to each other. */
const REPAIRABLE: readonly string[] =
  `tablet tablets capsule capsules patch patches sachet sachets spoonful spoonfuls microgram micrograms lozenge lozenges
  suppository three seven eight twelve twice thrice times daily every hours hourly morning evening night bedtime teatime lunchtime breakfast midday afternoon
  weekly fortnight fortnightly required needed necessary directed maximum before increase increasing reduce reducing decrease alternate thereafter
  followed double instead except without monday tuesday wednesday thursday friday saturday sunday nocte spray sprays drops puffs doses
  breakthrough venalink dosette nomad millilitres milligrams week month days`
    .trim()
    .split(/\s+/);

/** Slips in four letters that can only mean one word; any other four letters may be a word of their own. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["evry", "every"],
  ["evey", "every"],
  ["thre", "three"],
  ["tims", "times"],
  ["tmes", "times"],
  ["tiem", "times"],
  ["dialy", "daily"],
  ["daly", "daily"],
  ["twce", "twice"],
  ["twic", "twice"],
  ["nigt", "night"],
  ["nght", "night"],
  ["hrly", "hourly"],
  ["huor", "hour"],
  ["hous", "hours"],
  ["hors", "hours"],
  ["horu", "hours"],
  ["pach", "patch"],
  ["dayy", "day"],
  ["daay", "day"],
  ["ddya", "day"],
  ["wehn", "when"],
  ["whne", "when"],
  ["taek", "take"],
  ["tkae", "take"],
]);

const BY_FIRST: ReadonlyMap<string, readonly string[]> = Map.groupBy(REPAIRABLE, (word) => word[0] ?? "");

/** True where one slip (a letter missed, added, changed, or two swapped) makes one word of the other. */
export const oneSlipApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
};

/** Two slips are allowed in a word of eight letters or more, where dropping one letter leaves one slip. */
const nearlyTheSame = (word: string, wanted: string): boolean => {
  if (oneSlipApart(word, wanted)) return true;
  if (wanted.length < 7 || Math.abs(word.length - wanted.length) > 2) return false;
  for (let drop = 1; drop < word.length; drop += 1)
    if (oneSlipApart(word.slice(0, drop) + word.slice(drop + 1), wanted)) return true;
  return false;
};

/**
 * A misspelt dose word as it was meant; the word itself where it is known, short, or near no single dose word.
 * The first letter must be right: "right" is not a slip of "night".
 * @example repair("tabelts") // "tablets"
 */
export const repair = (word: string): string => {
  if (word.length < 4 || KNOWN_WORDS.has(word)) return word;
  if (word.length === 4) return SHORT.get(word) ?? word;
  const swapped = (word[1] ?? "") + (word[0] ?? "") + word.slice(2);
  if (word.length >= 5 && REPAIRABLE.includes(swapped)) return swapped;
  let found: string | null = null;
  for (const wanted of BY_FIRST.get(word[0] ?? "") ?? []) {
    if (!nearlyTheSame(word, wanted)) continue;
    if (found !== null && !oneSlipApart(found, wanted)) return word;
    if (found === null || oneSlipApart(word, wanted)) found = wanted;
  }
  return found ?? word;
};
