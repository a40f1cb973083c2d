import { PART_OF_DAY, TIMES_A_DAY } from "../words/times.ts";
import * as times from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

const CHANGED: ReadonlySet<string> = new Set([
  "increased",
  "reduced",
  "decreased",
  "changed",
  "change",
  "altered",
  "amended",
]);
const WAS: ReadonlySet<string> = new Set(["was", "previously", "formerly", "prev"]);
/** What may follow a note; "reduced dose at weekends" is no note. */
const STANDS_ALONE: ReadonlySet<string> = new Set(["", ".", ",", ";", ":", ")", "(", "-", "!", "take", "a", "half"]);
const BY_WHOM: ReadonlySet<string> = new Set(
  "hospital gp doctor dr consultant specialist nurse pharmacist hospice".split(" "),
);
const OPENERS: ReadonlySet<string> = new Set(["please", "note", "nb", "new"]);

/** Words of a dose that is told of: nothing but these may stand in it. */
const TOLD: ReadonlySet<string> = new Set([
  ...TIMES_A_DAY.keys(),
  ...PART_OF_DAY.keys(),
  ...UNIT_WORDS.keys(),
  ...times.COUNTED_TIMES.keys(),
  ...times.HOUR_WORDS,
  ...times.HOURLY_WORDS,
  ...times.DAY_WORDS,
  ...times.DAILY_WORDS,
  ..."on taking having at a the in per every each times x and - / to prn prescribed".split(" "),
]);
const CLOSES: ReadonlySet<string> = new Set([")", ".", ""]);

/** The place after a dose that is told of and ends there; -1 where anything else stands in it, or no number does. */
const toldDose = (tokens: Tokens, at: number): number => {
  let i = at;
  let number = false;
  // "one in the morning, was and two at night".
  if (["and", "-", "/"].includes(wordAt(tokens, at))) return -1;
  for (; !CLOSES.has(wordAt(tokens, i)); i += 1) {
    const token = tokens[i];
    number ||= token?.value != null;
    if (token?.value == null && !TOLD.has(wordAt(tokens, i))) return -1;
  }
  return number ? i : -1;
};

/** "(was 2 qds)", "previously 1 bd", "reduced from 2 bd": the dose before, told behind the dose that holds now. */
const before = (tokens: Tokens, at: number): number => {
  // "(reducing dose - was 2 bd)".
  const led = ["reducing", "increasing"].includes(wordAt(tokens, at)) && wordAt(tokens, at + 1) === "dose";
  const mark = led ? (["-", ",", ":"].includes(wordAt(tokens, at + 2)) ? at + 3 : at + 2) : at;
  if (led && WAS.has(wordAt(tokens, mark))) return toldDose(tokens, mark + 1);
  if (WAS.has(wordAt(tokens, at))) return toldDose(tokens, at + 1);
  const turned =
    ["up", "down", "reducing", "increasing"].includes(wordAt(tokens, at)) || CHANGED.has(wordAt(tokens, at));
  return turned && wordAt(tokens, at + 1) === "from" ? toldDose(tokens, at + 2) : -1;
};

const dateAt = (tokens: Tokens, at: number): number => {
  let i = at;
  if (["on", "from", "-", "since"].includes(wordAt(tokens, i))) i += 1;
  const first = readNumber(tokens, i);
  if (first === null || tokens[i]?.digits !== true || !["/", "-"].includes(wordAt(tokens, i + 1))) return at;
  i += 2;
  while (tokens[i]?.digits === true && tokens[i]?.attached === true) {
    i += 1;
    if (!["/", "-"].includes(wordAt(tokens, i)) || tokens[i + 1]?.digits !== true) break;
    i += 1;
  }
  return i;
};

/** "dose increased 12/05/23", "new reduced dose", "please note reduced:": that it was changed; the dose stands beside it. */
const announced = (tokens: Tokens, at: number): number => {
  let i = at;
  while (OPENERS.has(wordAt(tokens, i))) i += 1;
  const opened = i > at;
  const dose = wordAt(tokens, i) === "dose";
  if (dose) i += 1;
  if (dose) while (["has", "been", "now", "recently"].includes(wordAt(tokens, i))) i += 1;
  if (!CHANGED.has(wordAt(tokens, i)) || (wordAt(tokens, i) === "change" && !dose)) return -1;
  i += 1;
  const behind = wordAt(tokens, i) === "dose";
  if (behind) i += 1;
  if (!dose && !behind && !(opened && wordAt(tokens, i) === ":")) return -1;
  if (wordAt(tokens, i) === "by" && BY_WHOM.has(wordAt(tokens, i + 1))) i += 2;
  const next = dateAt(tokens, i);
  return STANDS_ALONE.has(wordAt(tokens, next)) || tokens[next]?.value != null ? next : -1;
};

/** "Dose reduced 12/5/22 from 2 bd to": the dose before and the "to" behind it; the dose that holds follows. */
const fromTo = (tokens: Tokens, at: number): number => {
  let i = wordAt(tokens, at) === "dose" ? at + 1 : at;
  if (!CHANGED.has(wordAt(tokens, i))) return -1;
  i = dateAt(tokens, i + 1);
  if (wordAt(tokens, i) !== "from") return -1;
  const start = i + 1;
  for (i = start; i < start + 8; i += 1) {
    const token = tokens[i];
    if (wordAt(tokens, i) === "to") return i > start && tokens[i + 1]?.value != null ? i + 1 : -1;
    if (token?.value == null && !TOLD.has(wordAt(tokens, i))) return -1;
  }
  return -1;
};

/** What a text tells of a change that has been made: the dose before it, or that there was one. */
export const readChangeNote = (tokens: Tokens, at: number, { said, amountWaits, last }: Before): Found | null => {
  const joined = last === "and" || last === "or" || last === "then";
  const told = said !== "nothing" && !amountWaits && !joined ? before(tokens, at) : -1;
  if (told > 0) return harmless(told);
  const changed = said === "nothing" && last === null ? fromTo(tokens, at) : -1;
  if (changed > 0) return harmless(changed);
  const next = announced(tokens, at);
  return next > 0 ? harmless(next) : null;
};

export const CHANGE_NOTE_STARTS: readonly string[] = [
  ...CHANGED,
  ...WAS,
  ...OPENERS,
  "dose",
  "up",
  "down",
  "reducing",
  "increasing",
];
