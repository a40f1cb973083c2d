/** Words that blame or label a person, by stem. The respectful way is "a person taking opioids". */
const BLAMING: readonly RegExp[] = [
  /\baddicts?\b|\baddicted\b/i,
  /\b(?:drug|substance|opioid)[- ](?:abus|misus)\w+/i,
  /\babusers?\b/i,
  /\bnon-?(?:complian|adheren)(?:t|ce)\b/i,
  /\bdrug[- ]seek\w+/i,
  /\bjunkies?\b/i,
  /\b(?:clean|dirty) urines?\b/i,
  /\bsuffer(?:s|ing|ers?) from\b/i,
];

/** Titles of publications and their addresses stand as they were published. */
const QUOTED = /https?:\/\/\S+|Substance misuse: acute pain management/g;

/** Words of a text that blame or label, as they stand in it. */
export const blamingWords = (text: string): readonly string[] => {
  const own = text.replaceAll(QUOTED, "");
  return BLAMING.flatMap((pattern) => pattern.exec(own)?.[0] ?? []);
};
