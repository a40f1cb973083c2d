import { DOSE_WORDS, KNOWN_WORDS } from "../words/lexicon.ts";
import { NEED_WORDS } from "../words/need.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { repair } from "./spelling.ts";

/** Words that join doses, or say that one is taken at need: lost, they change the number as much as a lost number does. */
const JOINING: ReadonlySet<string> = new Set([
  "and",
  "to",
  "as",
  "prn",
  "stat",
  "up",
  "on",
  "breakthrough",
  "midnight",
]);

const carries = (word: string): boolean => DOSE_WORDS.has(word) || NEED_WORDS.has(word) || JOINING.has(word);
const known = (word: string): boolean => KNOWN_WORDS.has(word) || NUMBER_WORDS.has(word) || JOINING.has(word);

/** A number or a join at the edge of a word that is otherwise unknown ("nefopamone") is enough. */
const EDGES: readonly string[] =
  "one two three four five six seven eight half quarter prn daily twice morning evening bedtime nocte tds qds tid once monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  );

/** Whole words in which another seems to stand. */
const WHOLE: ReadonlySet<string> = new Set(
  "onset overdue agreed today tonight statin statins update updated uptake upstairs upright upwards overweight oversight behalf halfway bedside bedroom perhaps asleep notice notices network sunscreen checkup carotid parotid outline offset".split(
    " ",
  ),
);
/** Medicines whose names end in "one": prednisolone, risperidone, naloxone, pioglitazone, spironolactone. */
const MEDICINE = /(?:olone|sone|idone|adone|oxone|tone|tazone|clone|arone|sterone|spirone)$/;

/**
 * True where an unknown word is two words with the space left out, one of which carries part of a dose: "ortwo", "andnight",
 * "prnpain". It cannot be passed over: what it hides may be a number.
 */
export const hidesDoseWord = (word: string): boolean => {
  if (word.length < 4 || known(word) || WHOLE.has(word) || (word.length > 7 && MEDICINE.test(word))) return false;
  const asked = /^(?:as|if|when|wehn)(?=[a-z]{5})/.exec(word);
  if (asked !== null && NEED_WORDS.has(repair(word.slice(asked[0].length)))) return true;
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (known(head) && known(tail) && (carries(head) || carries(tail))) return true;
    // "tabeltsbd": a unit with a slip of its own.
    if (at >= 5 && carries(tail) && UNIT_WORDS.has(repair(head))) return true;
  }
  return EDGES.some((edge) => word.length > edge.length + 2 && (word.endsWith(edge) || word.startsWith(edge)));
};
