import { ONE } from "../../quantity/ratio.ts";
import { PACKING } from "../words/harmless.ts";
import { HARMLESS_PHRASES } from "../words/harmless-phrases.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";
import { WEEKLY_WORDS } from "../words/times.ts";
import { ADVERSE_STARTS, readAdverse } from "./adverse.ts";
import { APPOINTMENT_STARTS, readDate, readReview } from "./appointment.ts";
import { harmless, type Found } from "./atoms.ts";
import { CHANGE_NOTE_STARTS, readChangeNote } from "./change-note.ts";
import { CHECK_STARTS, readCheck } from "./checks.ts";
import { CLOSING_STARTS, readClosingRemark } from "./closing-remark.ts";
import { EACH_TIME_STARTS, readEachTime } from "./each-time.ts";
import { ISSUE_LIMIT_STARTS, readIssueLimit } from "./issue-limits.ts";
import { after, wordAt, type Tokens } from "./number.ts";
import { PERSON_STARTS, readPerson } from "./person.ts";
import { PRODUCT_STARTS, readProductName } from "./product-name.ts";
import { QUANTITY_STARTS, readQuantitySupplied } from "./quantity-supplied.ts";
import type { Before } from "./in-context.ts";
import { readRemark, REMARK_STARTS } from "./remark.ts";
import { readRemoval, REMOVAL_STARTS } from "./removal.ts";
import { readSupply, SUPPLY_STARTS } from "./supply.ts";
import { readWarning, WARNING_STARTS } from "./warning.ts";

/** "one patch on the same day each week", where nothing else has said how often. */
const onceAWeek = (tokens: Tokens, words: readonly string[], before: Before): boolean =>
  before.amountWaits &&
  before.said === "nothing" &&
  tokens.some(({ word }) => word === "patch") &&
  words.includes("same") &&
  /^(?:each|every) week$/.test(words.slice(-2).join(" "));

const WEEKLY: Found["atom"] = { kind: "times", times: { min: ONE, max: ONE }, days: 7, style: "a-day", upTo: false };

const SINGLE_DOSE: readonly (readonly string[])[] = [
  ["as", "a", "single", "dose"],
  ["in", "a", "single", "dose"],
  ["single", "dose"],
];

const phrase = (tokens: Tokens, at: number, before: Before): Found | null => {
  for (const words of HARMLESS_PHRASES.get(wordAt(tokens, at)) ?? []) {
    const next = after(tokens, at, ...words);
    if (next > 0 && words[0] === "day" && before.said !== "rate") continue;
    if (next > 0) return onceAWeek(tokens, words, before) ? { atom: WEEKLY, next } : harmless(next);
  }
  for (const words of SINGLE_DOSE) {
    const next = after(tokens, at, ...words);
    if (next > 0) return { atom: { kind: "harmless", single: true }, next };
  }
  return null;
};

interface Rule {
  readonly starts: ReadonlySet<string>;
  /** May begin at any number. */
  readonly numbers: boolean;
  readonly read: (tokens: Tokens, at: number, before: Before) => Found | null;
}

const rule = (starts: Iterable<string>, numbers: boolean, read: Rule["read"]): Rule => ({
  starts: new Set(starts),
  numbers,
  read,
});

/** In the order in which they are tried. */
const RULES: readonly Rule[] = [
  rule(CLOSING_STARTS, false, readClosingRemark),
  rule(CHANGE_NOTE_STARTS, false, readChangeNote),
  rule(EACH_TIME_STARTS, false, readEachTime),
  rule(ISSUE_LIMIT_STARTS, true, readIssueLimit),
  rule(CHECK_STARTS, false, readCheck),
  rule(QUANTITY_STARTS, true, readQuantitySupplied),
  rule([...SUPPLY_STARTS, ...PACKING, ...WEEKLY_WORDS, "monthly", "fortnightly", "daily"], true, readSupply),
  rule(PRODUCT_STARTS, false, (tokens, at, before) => (before.amountWaits ? null : readProductName(tokens, at))),
  rule(PERSON_STARTS, false, readPerson),
  rule(REMARK_STARTS, true, readRemark),
  rule(REMOVAL_STARTS, false, readRemoval),
  rule(ADVERSE_STARTS, false, readAdverse),
  rule(WARNING_STARTS, false, readWarning),
  rule(APPOINTMENT_STARTS, true, (tokens, at) => readReview(tokens, at) ?? readDate(tokens, at)),
  rule([...HARMLESS_PHRASES.keys(), "as", "in", "single"], false, phrase),
];

export const HARMLESS_STARTS: ReadonlySet<string> = new Set(RULES.flatMap(({ starts }) => [...starts]));

const AT_NUMBERS = RULES.filter(({ numbers }) => numbers);
const BY_WORD: ReadonlyMap<string, readonly Rule[]> = new Map(
  [...HARMLESS_STARTS].map((word) => [
    word,
    RULES.filter(
      ({ starts, numbers }) => starts.has(word) || (numbers && (NUMBER_WORDS.has(word) || /^\d/.test(word))),
    ),
  ]),
);

/** Whatever is known not to change the dose. */
export const readHarmless = (tokens: Tokens, at: number, before: Before): Found | null => {
  for (const { read } of BY_WORD.get(wordAt(tokens, at)) ?? AT_NUMBERS) {
    const found = read(tokens, at, before);
    if (found !== null) return found;
  }
  return null;
};
