import { parseDecimal, type Ratio } from "../../quantity/ratio.ts";
import { KNOWN_WORDS } from "../words/lexicon.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";
import { hidesDoseWord } from "./hiding.ts";
import { pullApart } from "./run-together.ts";
import { oneSlipApart, repair } from "./spelling.ts";

/** One word, number or mark of the normalised text. A number has a value whether in digits or in words. */
export interface Token {
  readonly word: string;
  readonly value: Ratio | null;
  readonly digits: boolean;
  readonly at: number;
  readonly end: number;
  /** True where nothing stands between this and the one before: "8am", "2.5ml". */
  readonly attached: boolean;
}

const PIECE = /\d+(?:\.\d+)?|\.\d+|[a-z]+|[^\sa-z\d]/g;

/** A run of letters that is a known word, or splits into two known ones after a shorthand ("xday" from "4xday"). */
const wordsOf = (letters: string): readonly string[] | null => {
  const parts = pullApart(letters);
  if (parts !== null) return parts;
  if (letters.length <= 3 || KNOWN_WORDS.has(letters)) return null;
  // "microgramsx2": the x is a word of its own.
  const stem = letters.slice(0, -1);
  if (letters.endsWith("x") && stem.length > 3 && KNOWN_WORDS.has(stem)) return [stem, "x"];
  const mended = repair(letters);
  return oneSlipApart(letters, mended) || !hidesDoseWord(letters) ? [mended] : null;
};

/** Longest decimal that a dose has: more places are no dose. */
const DOSE_NUMBER = /^\d{0,6}(?:\.\d{1,3})?$/;

const JOINING: ReadonlySet<string> = new Set(["and", "&", "+", "then", "plus", "or", ",", "/", "-", "("]);

/** True where the last few tokens say once more what the few before them said: "one tablet one tablet". */
const saysAgain = (tokens: readonly Token[], length: number): boolean => {
  const start = tokens.length - length;
  if (start < length) return false;
  // "100mg/5ml 5ml tds": a strength, then the dose.
  if (["/", "in", "per", "="].includes(tokens[start - length - 1]?.word ?? "")) return false;
  let letters = false;
  for (let i = start; i < tokens.length; i += 1) {
    const word = tokens[i]?.word ?? "";
    if (word !== tokens[i - length]?.word || JOINING.has(word)) return false;
    letters ||= /^[a-z]{2,}$/.test(word);
  }
  return letters && tokens.slice(start).some((token) => token.value !== null);
};

const mayRepeat = (tokens: readonly Token[]): boolean => {
  for (let i = 3; i < tokens.length; i += 1) {
    const word = tokens[i]?.word;
    if (word === tokens[i - 2]?.word || word === tokens[i - 3]?.word || word === tokens[i - 4]?.word) return true;
  }
  return false;
};

/** A phrase with a number, written twice in a row, counts once. */
const withoutRepeats = (tokens: readonly Token[]): readonly Token[] => {
  if (!mayRepeat(tokens)) return tokens;
  const kept: Token[] = [];
  for (const token of tokens) {
    kept.push(token);
    for (const length of [2, 3, 4]) if (saysAgain(kept, length)) kept.length -= length;
  }
  return kept;
};

/**
 * The normalised text as words, numbers and marks; a word written twice in a row counts once.
 * A number too long for a dose keeps a null value and is left over.
 */
export const tokenise = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const add = (word: string, at: number, end: number, attached: boolean): void => {
    const value = NUMBER_WORDS.get(word) ?? null;
    if (value === null && word.length > 1 && word !== "to" && tokens.at(-1)?.word === word) return;
    tokens.push({ word, value, digits: false, at, end, attached });
  };
  let before = -1;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    const piece = match[0];
    const at = match.index;
    const end = at + piece.length;
    const attached = before === at;
    before = end;
    const last = piece.charCodeAt(piece.length - 1);
    if (last >= 48 && last <= 57) {
      const value = DOSE_NUMBER.test(piece) ? parseDecimal(piece) : null;
      tokens.push({ word: piece, value, digits: true, at, end, attached });
      continue;
    }
    const parts = last >= 97 && last <= 122 ? wordsOf(piece) : null;
    if (parts === null) add(piece, at, end, attached);
    else for (const word of parts) add(word, at, end, attached);
  }
  return withoutRepeats(tokens);
};
