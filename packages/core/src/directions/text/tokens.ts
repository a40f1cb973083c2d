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
const wordsOf = (letters: string): readonly string[] | null => {
  const parts = RUN_TOGETHER.get(letters);
  if (parts !== undefined) return parts;
  return letters.length > 3 && !KNOWN_WORDS.has(letters) ? [repair(letters)] : null;
};

/** Longest decimal that a dose has: more places are no dose. */
const DOSE_NUMBER = /^\d{0,6}(?:\.\d{1,3})?$/;

/**
 * The normalised text as words, numbers and marks; a word written twice in a row counts once.
 * A number too long for a dose keeps a null value and is left over.
 */
export const tokenise = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const add = (word: string, at: number, end: number, attached: boolean): void => {
    const value = NUMBER_WORDS.get(word) ?? null;
    if (value === null && word.length > 1 && tokens.at(-1)?.word === word) return;
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
  return tokens;
};
