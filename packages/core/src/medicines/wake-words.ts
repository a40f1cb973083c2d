import { COMPANION_WORDS } from "./companions.ts";
import { dictionary } from "./dictionary-index.ts";
import { COMBINATION_WORDS, OPIOID_WORDS, OTHER_BRANDS, UNLISTED_OPIOIDS } from "./ingredient-words.ts";

/** First halves that `prepareName` closes up: seen apart they must still wake the reader. */
const APART = ["codamol", "dydramol", "proxamol", "codaprin", "df", "contin", "naloxonehcl"];

const A = 97;
const LETTERS = 26;

interface Wake {
  readonly words: ReadonlySet<string>;
  /** Which pairs of first letters any wake word has: most words of a name are passed over by this alone. */
  readonly starts: Uint8Array;
}

const build = (): Wake => {
  const words = new Set(
    [
      ...OPIOID_WORDS.keys(),
      ...COMBINATION_WORDS.keys(),
      ...COMPANION_WORDS.keys(),
      ...OTHER_BRANDS.keys(),
      ...UNLISTED_OPIOIDS,
      ...dictionary().brandFirstWords,
      ...dictionary().byName.keys(),
      ...APART,
    ]
      .flatMap((text) => /[a-z]+/.exec(text) ?? [])
      .filter((word) => word.length > 1 && word !== "generic"),
  );
  const starts = new Uint8Array(LETTERS * LETTERS);
  for (const word of words) starts[(word.charCodeAt(0) - A) * LETTERS + word.charCodeAt(1) - A] = 1;
  return { words, starts };
};

let wake: Wake | null = null;

const isLetter = (code: number): boolean => code >= A && code < A + LETTERS;

/**
 * Whether a name in lower case may hold an opioid or a companion at all. Most names of a practice do not, and go no further.
 * @example mayBeWatched("omeprazole 20mg capsules") // false
 */
export const mayBeWatched = (lower: string): boolean => {
  const { words, starts } = (wake ??= build());
  for (let at = 0; at < lower.length; at += 1) {
    const first = lower.charCodeAt(at);
    if (!isLetter(first)) continue;
    const start = at;
    do at += 1;
    while (isLetter(lower.charCodeAt(at)));
    if (starts[(first - A) * LETTERS + lower.charCodeAt(start + 1) - A] === 1 && words.has(lower.slice(start, at)))
      return true;
  }
  return false;
};
