import { mendTyping } from "./typing-slips.ts";
import { KNOWN_WORDS } from "../words/lexicon.ts";

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["®", " "],
  ["™", " "],
  ["\t", " "],
  ["½", " half "],
  ["¼", " quarter "],
  ["¾", " three quarters "],
  ["⅓", " 1/3 "],
  ["⅔", " 2/3 "],
  ["⅛", " 1/8 "],
  ["‐", "-"],
  ["‑", "-"],
  ["‒", "-"],
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["×", "x"],
  ["µ", "u"],
  ["μ", "u"],
  ["‘", ""],
  ["’", ""],
  ["'", ""],
  ["`", ""],
  ["´", ""],
  ['"', " "],
  ["“", " "],
  ["”", " "],
  ["*", " "],
  ["\u00a0", " "],
  ["_", " "],
  ["[", "("],
  ["]", ")"],
  ["{", "("],
  ["}", ")"],
  ["⁄", "/"],
  ["~", "-"],
  ["|", "."],
  ["\n", "."],
  ["\r", "."],
  ["\\", "/"],
  ["•", " "],
  ["·", "."],
  ["é", "e"],
]);

/** "1½": one and a half. */
const MIXED_SIGN = /(\d) ?(?=[½¼¾])/g;
const UNUSUAL = /[^a-z0-9 .,;:()/&+=@%<>?!#-]/g;
const DOTTED = /(?<![a-z0-9])(?:[a-z]\.){1,3}[a-z]?(?![a-z0-9]|\.[a-z])/g;
/** "m/r", "s/l", "e/c": release and route, one word. */
const SLASHED = /(?<![a-z0-9/])(m|s|e|x|p|i|g|r|a|d|c)\/(r|l|c|o|m|v|n)(?![a-z0-9/])/g;
/** "f/u", "d/w", "s/b", "h/o", "s/t": shorthand of notes. */
const NOTED = /(?<![a-z0-9/])(f\/u|d\/w|s\/b|s\/t|h\/o|y\/o)(?![a-z0-9/])/g;
/** "1 o/d", "2 tabs b/d": behind a number or a unit, so many times a day. */
const SLASHED_LATIN = /(?<=(?:\d|one|two|tabs?|tablets?|caps?|capsules?|mg|mcg|mls?) ?)([ob])\/d(?![a-z0-9/])/g;
/** "alt. nights". */
/** "R eye", "(L) knee". */
const SIDE = /(?<![a-z0-9])\(?([lr])\)?(?= (?:eye|ear|nostril|knee|hip|shoulder|arm|leg|hand|foot|side)\b)/g;
const SHORT_ALTERNATE = /\balt\. ?(?=(?:days?|nights?|mornings?)\b)/g;
const SPACED_LATIN =
  /(?<![a-z0-9.])(?:(t) d s|(q) d s|(p) r n|(b) d|(q) q h|(o) d|(t) i d|(b) i d|(q) i d)(?![a-z0-9])/g;
/** "1OMG", "2Omcg": a letter O after a digit and before a unit is a zero. */
const LETTER_O_IN_NUMBER = /(\d)o(?=o?\s*(?:mg|mcg|ml|mls|micrograms?)\b)/g;
const MIXED = /(?<![a-z0-9./])(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]+(?![a-z0-9/])/g;
const THOUSANDS = /(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])/g;

/** "0ne", "tw0", "t1mes": digits that stand for the letters they look like, where the result is a known word. */
const readLookalikes = (word: string): string => {
  for (const one of ["i", "l"]) {
    const letters = word.replaceAll("0", "o").replaceAll("1", one).replaceAll("5", "s").replaceAll("3", "e");
    if (letters.length > 2 && !/\d/.test(letters) && KNOWN_WORDS.has(letters)) return letters;
  }
  return word;
};

/**
 * The text in one spelling: lower case, plain punctuation, look-alike digits repaired.
 * @example normalise("TAKE 0NE OR TW0 1OMG TABLETS B.D.") // "take one or two 10mg tablets bd"
 */
export const normalise = (text: string): string => {
  let out = text.toLowerCase();
  if (UNUSUAL.test(out))
    out = out
      .normalize("NFC")
      .replace(MIXED_SIGN, "$1 and ")
      .replace(UNUSUAL, (found) => CHARACTERS.get(found) ?? (/\s/.test(found) ? " " : " # "));
  UNUSUAL.lastIndex = 0;
  if (out.includes("(s)")) out = out.replace(/ ?\(s\)/g, "s");
  if (out.includes("(es)")) out = out.replaceAll("(es)", "es");
  if (out.includes(".")) out = out.replace(DOTTED, (found) => found.replaceAll(".", ""));
  out = out.replace(SIDE, (_, side: string) => (side === "l" ? "left" : "right"));
  if (out.includes("alt.")) out = out.replace(SHORT_ALTERNATE, "alt ");
  if (out.includes("/"))
    out = out
      .replace(SLASHED_LATIN, "$1d")
      .replace(SLASHED, "$1$2")
      .replace(NOTED, (found) => (found === "f/u" ? "review" : " "));
  // "max.8": the full stop of a shortened word, and no decimal.
  if (out.includes("max.")) out = out.replace(/\bmax\.(?=\d)/g, "max ");
  out = out.replace(SPACED_LATIN, (found) => found.replaceAll(" ", ""));
  if (/\d/.test(out)) {
    out = out.replace(LETTER_O_IN_NUMBER, "$10").replace(LETTER_O_IN_NUMBER, "$10");
    out = out.replace(THOUSANDS, "$1$2");
    out = out.replace(MIXED, readLookalikes);
  }
  return mendTyping(out.trim());
};
