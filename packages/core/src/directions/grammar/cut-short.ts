import type { Atom } from "../phrases/atoms.ts";
import type { Tokens } from "../phrases/number.ts";
import { isWhen } from "./clauses.ts";
import { DOSE_WORDS, KNOWN_WORDS } from "../words/lexicon.ts";

const DANGLING: ReadonlySet<string> = new Set([
  "a",
  "an",
  "the",
  "every",
  "each",
  "at",
  "in",
  "to",
  "be",
  "and",
  "or",
  "per",
  "with",
  "for",
  "of",
  "by",
  "as",
  "when",
  "if",
  "not",
  "no",
  "more",
  "than",
  "max",
  "maximum",
  "up",
  "then",
  "times",
  "-",
  "/",
  "&",
  "+",
  "alternate",
  "plus",
  "from",
  "before",
  "after",
  "take",
  "exceed",
  "do",
  "until",
  "followed",
  "increase",
  "increasing",
  "reduce",
  "reducing",
  "x",
  "taken",
  "into",
  "under",
  "is",
  "upto",
  "(",
  "=",
  "via",
  "other",
  "both",
  "must",
  "should",
  "your",
]);

const PREFIXES: ReadonlySet<string> = new Set(
  [...KNOWN_WORDS].flatMap((word) => {
    const least = DOSE_WORDS.has(word) ? 1 : 3;
    return Array.from({ length: Math.max(word.length - least, 0) }, (_, i) => word.slice(0, least + i));
  }),
);

/** Last words that are whole although they begin a longer one. */
const WHOLE: ReadonlySet<string> = new Set([
  "advise",
  "gp",
  "dr",
  "m",
  "r",
  "p",
  "pc",
  "ac",
  "cc",
  "c",
  "s",
  "eg",
  "ie",
  "re",
  "bp",
  "pt",
  "hp",
  "cp",
  "mr",
  "sr",
  "xl",
  "la",
  "od",
  "ec",
]);

const TITLES: ReadonlySet<string> = new Set(["dr", "mr", "mrs", "miss", "ms", "prof"]);
const OPENS_NUMBER: ReadonlySet<string> = new Set(["every", "each", "max", "maximum", "than", "exceed"]);

/** "1 tab eve": digits and no verb, as those write who mean the evening. */
const isShorthand = (tokens: Tokens, atoms: readonly Atom[]): boolean => {
  const amount = atoms.find((atom) => atom.kind === "amount");
  const patch = amount?.kind === "amount" && amount.unit === "patch";
  return !patch && tokens[amount?.from ?? 0]?.digits === true && !atoms.some(({ kind }) => kind === "verb");
};

/** True where the text ends in the middle of a word or of a phrase: the rest may have changed the dose. */
export const cutShort = (plain: string, tokens: Tokens, atoms: readonly Atom[]): Atom | null => {
  const atom = atoms.at(-1);
  const last = tokens.at(-1);
  if (atom === undefined || last === undefined) return null;
  const written = plain.slice(last.at, last.end);
  // "in the mornin" was completed by the spelling repair, but the text may have gone on.
  if (written !== last.word && last.value === null && last.word.startsWith(written)) return atom;
  const lone = atom.kind === "amount" || atom.kind === "bad";
  if (lone && last.value !== null && OPENS_NUMBER.has(tokens.at(-2)?.word ?? "")) return atom;
  if (TITLES.has(tokens.at(-2)?.word ?? "") && (/^[a-z]$/.test(last.word) || last.word.length > 2)) return null;
  // "increasing to": what then is missing.
  if (atom.kind === "then" && (atom.change === true || atom.to - atom.from > 1)) return atom;
  const loose = atom.to - atom.from === 1;
  if (
    loose &&
    DANGLING.has(last.word) &&
    (atom.kind === "harmless" ||
      atom.kind === "bad" ||
      atom.kind === "and" ||
      atom.kind === "or" ||
      atom.kind === "then" ||
      atom.kind === "comma" ||
      atom.kind === "open" ||
      (atom.kind === "verb" && tokens.length > 2) ||
      atom.kind === "word")
  )
    return atom;
  const broken =
    atom.kind === "word" || (atom.kind === "bad" && loose && /^[a-z]+$/.test(last.word) && !KNOWN_WORDS.has(last.word));
  if (broken && PREFIXES.has(last.word) && !WHOLE.has(last.word)) return atom;
  // "apply one patch eve": an evening, or every so many hours.
  const loneEvening = last.word === "eve" && atom.to - atom.from === 1 && atoms.filter(isWhen).length === 1;
  if (loneEvening && !isShorthand(tokens, atoms)) return atom;
  const opensWithWhen = atoms.findIndex(isWhen) < atoms.findIndex((other) => other.kind === "amount");
  const trails = atom.kind === "amount" && atoms.some(isWhen) && !opensWithWhen && !atom.upTo;
  if (trails && atoms.some((other) => other !== atom && other.kind === "amount") && atom.unit === null) return atom;
  return null;
};
