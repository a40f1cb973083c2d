import { parseDecimal, type Ratio } from "../../quantity/ratio.ts";
import { KNOWN_WORDS } from "../words/lexicon.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";
import { repair } from "./spelling.ts";

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

/** Run-together words that prescribers and pick-lists produce: "oncedaily", "twiceaday". */
const RUN_TOGETHER: ReadonlyMap<string, readonly string[]> = new Map([
  ["oncedaily", ["once", "daily"]],
  ["twicedaily", ["twice", "daily"]],
  ["aday", ["a", "day"]],
  ["onceaday", ["once", "a", "day"]],
  ["twiceaday", ["twice", "a", "day"]],
  ["upto", ["up", "to"]],
  ["atnight", ["at", "night"]],
  ["inthe", ["in", "the"]],
  ["asrequired", ["as", "required"]],
  ["whenrequired", ["when", "required"]],
  ["asneeded", ["as", "needed"]],
  ["asdirected", ["as", "directed"]],
  ["perday", ["per", "day"]],
  ["everyday", ["every", "day"]],
  ["tobe", ["to", "be"]],
  ["onetablet", ["one", "tablet"]],
  ["takeone", ["take", "one"]],
  ["taketwo", ["take", "two"]],
  ["eachday", ["each", "day"]],
  ["timesaday", ["times", "a", "day"]],
  ["timesday", ["times", "a", "day"]],
  ["xday", ["x", "day"]],
  ["xdaily", ["x", "daily"]],
  ["xdly", ["x", "daily"]],
  ["bdprn", ["bd", "prn"]],
  ["tdsprn", ["tds", "prn"]],
  ["qdsprn", ["qds", "prn"]],
  ["odprn", ["od", "prn"]],
  ["threetimes", ["three", "times"]],
  ["fourtimes", ["four", "times"]],
  ["alldays", ["every", "day"]],
  ["everyother", ["every", "other"]],
  ["fourhourly", ["four", "hourly"]],
  ["sixhourly", ["six", "hourly"]],
  ["eighthourly", ["eight", "hourly"]],
  ["twelvehourly", ["twelve", "hourly"]],
]);

/** A run of letters that is a known word, or splits into two known ones after a shorthand ("xday" from "4xday"). */
const wordsOf = (letters: string): readonly string[] => {
  const parts = RUN_TOGETHER.get(letters);
  if (parts !== undefined) return parts;
  return [letters.length > 3 && !KNOWN_WORDS.has(letters) ? repair(letters) : letters];
};

/** Longest decimal that a dose has: more places are no dose. */
const DOSE_NUMBER = /^\d{0,6}(?:\.\d{1,3})?$/;

/**
 * The normalised text as words, numbers and marks; a word written twice in a row counts once.
 * A number too long for a dose keeps a null value and is left over.
 */
export const tokenise = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const at = match.index;
    const end = at + piece.length;
    const previous = tokens.at(-1);
    const attached = previous !== undefined && previous.end === at;
    const first = piece.charCodeAt(piece.length - 1);
    if (first >= 48 && first <= 57) {
      tokens.push({
        word: piece,
        value: DOSE_NUMBER.test(piece) ? parseDecimal(piece) : null,
        digits: true,
        at,
        end,
        attached,
      });
      continue;
    }
    for (const word of first >= 97 && first <= 122 ? wordsOf(piece) : [piece]) {
      const value = NUMBER_WORDS.get(word) ?? null;
      if (value === null && word.length > 1 && tokens.at(-1)?.word === word) continue;
      tokens.push({ word, value, digits: false, at, end, attached });
    }
  }
  return tokens;
};
