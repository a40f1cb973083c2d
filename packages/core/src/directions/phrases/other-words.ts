import { DANGER } from "../words/danger.ts";
import { CHANGE_VERBS, GLUE, HARMLESS, VERBS } from "../words/harmless.ts";
import { DOSE_WORDS, KNOWN_WORDS } from "../words/lexicon.ts";
import { NEED_WORDS, SYMPTOM_WORDS } from "../words/need.ts";
import { isPlural, SPOON_ML, UNIT_WORDS } from "../words/units.ts";
import { hidesDoseWord } from "../text/hiding.ts";
import { isNearDoseWord } from "../text/near.ts";
import { OTHER_MEDICINES } from "../words/medicine-names.ts";
import { PLAIN_ENGLISH } from "../words/plain-english.ts";
import { DAY_NAMES, HOUR_WORDS } from "../words/times.ts";
import { readAmount } from "./amount.ts";
import { wholeDate } from "./appointment.ts";
import type { Found } from "./atoms.ts";
import { readInterval } from "./interval.ts";
import { PRODUCT_NAMES } from "./product-name.ts";
import { wordAt, type Tokens } from "./number.ts";
import { readTimes } from "./times.ts";
import { readWeekdays } from "./weekdays.ts";

const carries = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  return token === undefined || token.value !== null || DOSE_WORDS.has(token.word) || !/^[a-z]+$/.test(token.word);
};

const HAS_MEANING: ReadonlySet<string> = new Set(["or", "before"]);

/** "with food or milk", "before physiotherapy": no dose on the other side. */
export const readPlainJoin = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (
    !HAS_MEANING.has(word) ||
    carries(tokens, at + 1) ||
    VERBS.has(wordAt(tokens, at + 1)) ||
    GLUE.has(wordAt(tokens, at + 1))
  )
    return null;
  if (NEED_STARTS.has(wordAt(tokens, at + 1))) return null;
  if (word === "or" && (at === 0 || carries(tokens, at - 1))) return null;
  return { atom: { kind: "harmless" }, next: at + 2 };
};

const NEED_STARTS: ReadonlySet<string> = new Set(["prn", "as", "when", "if", "where"]);

const BESIDE: ReadonlySet<string> = new Set(["with", "addition", "alongside", "along", "combined", "conjunction"]);

const BESIDE_WHAT: ReadonlySet<string> = new Set(["the", "to", "with", "a", "your", "other", "one"]);

/** "in addition to the 5mcg patch": a patch of another strength is a row of its own, with its own directions. */
const besidePatch = (tokens: Tokens, at: number): number => {
  if (!BESIDE.has(wordAt(tokens, at)) || !tokens.slice(0, at).some(({ word }) => PATCHES.has(word))) return -1;
  let i = at + 1;
  while (BESIDE_WHAT.has(wordAt(tokens, i))) i += 1;
  if (tokens[i]?.digits !== true || UNIT_WORDS.get(wordAt(tokens, i + 1)) !== "microgram") return -1;
  i += 2;
  if (["/", "per"].includes(wordAt(tokens, i)) && HOUR_WORDS.has(wordAt(tokens, i + 1))) i += 2;
  return PATCHES.has(wordAt(tokens, i)) ? i + 1 : -1;
};

const PATCHES: ReadonlySet<string> = new Set(["patch", "patches"]);

/** "with 30mg tablets", "in addition to 10mg": another strength is taken too, and the dose is their sum. */
const besideAnother = (tokens: Tokens, at: number): boolean => {
  if (!BESIDE.has(wordAt(tokens, at))) return false;
  let i = at + 1;
  while (BESIDE_WHAT.has(wordAt(tokens, i))) i += 1;
  if (OTHER_MEDICINES.has(wordAt(tokens, i)) || PRODUCT_NAMES.has(wordAt(tokens, i)))
    return tokens[i + 1]?.value != null && tokens[i + 1]?.digits === true;
  return tokens[i]?.digits === true && ["mg", "mcg", "microgram", "micrograms", "mgs"].includes(wordAt(tokens, i + 1));
};

/** "to 5ml" may be a slip of "two 5ml"; only "be taken to ..." and the like lead on. */
const opensTo = (tokens: Tokens, at: number): boolean => VERBS.has(wordAt(tokens, at - 1));

/** "pr" is the rectum beside these, and elsewhere may be a slip of "prn". */
const RECTAL: ReadonlySet<string> = new Set([
  "suppository",
  "suppositories",
  "supp",
  "supps",
  "enema",
  "enemas",
  "insert",
  "inserted",
]);

const TITLES: ReadonlySet<string> = new Set(["dr", "mr", "mrs", "miss", "ms", "prof", "sister", "doctor", "nurse"]);

/** "Dr Hall": a name, whatever word it is near. */
const afterTitle = (tokens: Tokens, at: number): boolean =>
  TITLES.has(wordAt(tokens, at - 1)) &&
  (/^[a-z]$/.test(wordAt(tokens, at)) ||
    (/^[a-z]{3,}$/.test(wordAt(tokens, at)) && !DOSE_WORDS.has(wordAt(tokens, at))));

const STARTS: ReadonlySet<string> = new Set(["start", "starting", "begin", "beginning", "commence", "commencing"]);

/** "Start with one at night": the first word, before the dose; with a day of the week it may say when, and is left over. */
const opensDose = (tokens: Tokens, at: number): boolean => {
  if (!STARTS.has(wordAt(tokens, at)) || tokens.some(({ word }) => DAY_NAMES.has(word))) return false;
  const next = ["with", "on", "at", "by", "taking", "off"].includes(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const before = wordAt(tokens, at - 1);
  return (at === 0 || [".", ":", "-", ","].includes(before)) && readAmount(tokens, next) !== null;
};

/** "switched from tramadol": what was taken before. */
const SWITCHED: ReadonlySet<string> = new Set(["switched", "swapped", "converted", "switch", "conversion"]);
/** "Previous dose 1 bd", "old: 1 bd": what was taken, and perhaps is no longer. */
const FORMER: ReadonlySet<string> = new Set(["previous", "old", "prior", "former", "past"]);
const LEAVES: ReadonlySet<string> = new Set(["leave", "leaving", "cut", "cutting", "take", "taking"]);
const APPLIED: ReadonlySet<string> = new Set(
  "patch patches ptch plaster plasters apply applied applying wear worn stick skin site".split(" "),
);

/** "change every 7 days" is said of a patch. "dose to be changed" is said of a dose, and "changed from tablets" is past. */
const changes = (tokens: Tokens, at: number): Found => {
  const next = at + 1;
  const form = UNIT_WORDS.has(wordAt(tokens, next + 1));
  const past = wordAt(tokens, next) === "from" && (form || !carries(tokens, next + 1));
  if (past) return { atom: { kind: "harmless" }, next };
  const often = readInterval(tokens, next) ?? readTimes(tokens, next) ?? readWeekdays(tokens, next);
  return tokens.some(({ word }) => APPLIED.has(word)) || often !== null
    ? { atom: { kind: "change" }, next }
    : { atom: { kind: "bad", reason: "not-understood" }, next };
};

/** What is left: verbs, names of the product, words that are harmless, unknown, or able to change the dose. */
export const readWord = (tokens: Tokens, at: number): Found => {
  const word = wordAt(tokens, at);
  const next = at + 1;
  if (afterTitle(tokens, at)) return { atom: { kind: "word" }, next };
  // "AK 12/3/24": who wrote it and when.
  if (word.length <= 3 && /^[a-z]{2,3}$/.test(word) && !KNOWN_WORDS.has(word) && wholeDate(tokens, next) > 0)
    return { atom: { kind: "word" }, next };
  // "under 8 a day".
  if (word === "under" && tokens[next]?.value != null) return { atom: { kind: "bad", reason: "not-understood" }, next };
  const patch = besidePatch(tokens, at);
  if (patch > 0) return { atom: { kind: "harmless" }, next: patch };
  if (besideAnother(tokens, at)) return { atom: { kind: "bad", reason: "two-readings" }, next };
  if (opensDose(tokens, at)) return { atom: { kind: "verb" }, next };
  if (CHANGE_VERBS.has(word)) return changes(tokens, at);
  if (SWITCHED.has(word) && wordAt(tokens, next) === "from" && !carries(tokens, next + 1))
    return { atom: { kind: "harmless" }, next };
  if (
    FORMER.has(word) &&
    (wordAt(tokens, next) === "dose" || wordAt(tokens, next) === ":" || tokens[next]?.value != null)
  )
    return { atom: { kind: "bad", reason: "not-understood" }, next };
  if (LEAVES.has(word) && wordAt(tokens, next) === "out")
    return { atom: { kind: "bad", reason: "not-understood" }, next };
  if (VERBS.has(word) || (word === "t" && at === 0 && tokens[next] !== undefined))
    return { atom: { kind: "verb" }, next };
  if (word === "to" && tokens[next]?.value != null && !opensTo(tokens, at))
    return { atom: { kind: "bad", reason: "not-understood" }, next };
  if (word === "pr" && !tokens.some((token) => RECTAL.has(token.word)))
    return { atom: { kind: "bad", reason: "two-readings" }, next };
  if (word === "non" && wordAt(tokens, next) === "-" && !DOSE_WORDS.has(wordAt(tokens, next + 1)))
    return { atom: { kind: "harmless" }, next: next + 2 };
  const unit = UNIT_WORDS.get(word);
  if (unit !== undefined && word.length > 1 && word !== "dose")
    return { atom: { kind: "noun", unit, plural: isPlural(word) }, next };
  const carriesDose =
    tokens[at]?.digits === true ||
    tokens[at]?.value != null ||
    DANGER.has(word) ||
    SPOON_ML.has(word) ||
    (word.length === 1 && !GLUE.has(word)) ||
    UNIT_WORDS.has(word) ||
    !/^[a-z]+$/.test(word);
  if (carriesDose)
    return {
      atom: {
        kind: "bad",
        reason: word === "stop" ? "not-a-dose" : word === "/" || word === "or" ? "two-readings" : "not-understood",
      },
      next,
    };
  if (OTHER_MEDICINES.has(word) || PRODUCT_NAMES.has(word)) return { atom: { kind: "harmless", medicine: true }, next };
  if (PLAIN_ENGLISH.has(word)) return { atom: { kind: "harmless" }, next };
  if (GLUE.has(word) || HARMLESS.has(word) || SYMPTOM_WORDS.has(word)) return { atom: { kind: "harmless" }, next };
  if (NEED_WORDS.has(word)) return { atom: { kind: "bad", reason: "not-understood" }, next };
  // "1mog", "qd s", "sneeded": a slip of something that may be dosing cannot be passed over.
  const slip =
    word.length <= 2 ||
    (tokens[at]?.attached === true && tokens[at - 1]?.digits === true) ||
    isNearDoseWord(word) ||
    hidesDoseWord(word);
  return slip ? { atom: { kind: "bad", reason: "not-understood" }, next } : { atom: { kind: "word" }, next };
};
