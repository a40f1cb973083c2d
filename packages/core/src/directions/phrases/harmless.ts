import { ONE } from "../../quantity/ratio.ts";
import { HARMLESS_PHRASES } from "../words/harmless-phrases.ts";
import { ADVERSE_STARTS, readAdverse } from "./adverse.ts";
import { APPOINTMENT_STARTS, readDate, readReview } from "./appointment.ts";
import { harmless, type Found } from "./atoms.ts";
import { CHANGE_NOTE_STARTS, readChangeNote } from "./change-note.ts";
import { EACH_TIME_STARTS, readEachTime } from "./each-time.ts";
import { ISSUE_LIMIT_STARTS, readIssueLimit } from "./issue-limits.ts";
import { after, wordAt, type Tokens } from "./number.ts";
import { PERSON_STARTS, readPerson } from "./person.ts";
import { PRODUCT_NAMES, readProductName } from "./product-name.ts";
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

const phrase = (tokens: Tokens, at: number, before: Before): Found | null => {
  for (const words of HARMLESS_PHRASES.get(wordAt(tokens, at)) ?? []) {
    const next = after(tokens, at, ...words);
    if (next > 0) return onceAWeek(tokens, words, before) ? { atom: WEEKLY, next } : harmless(next);
  }
  return null;
};

/** Whatever is known not to change the dose. */
export const readHarmless = (tokens: Tokens, at: number, before: Before): Found | null =>
  readChangeNote(tokens, at, before) ??
  readEachTime(tokens, at, before) ??
  readIssueLimit(tokens, at, before) ??
  readQuantitySupplied(tokens, at, before) ??
  readSupply(tokens, at, before) ??
  (before.amountWaits ? null : readProductName(tokens, at)) ??
  readPerson(tokens, at) ??
  readRemark(tokens, at) ??
  readRemoval(tokens, at) ??
  readAdverse(tokens, at) ??
  readWarning(tokens, at) ??
  readReview(tokens, at) ??
  readDate(tokens, at) ??
  phrase(tokens, at, before);

export const HARMLESS_STARTS: ReadonlySet<string> = new Set([
  ...HARMLESS_PHRASES.keys(),
  ...REMARK_STARTS,
  ...SUPPLY_STARTS,
  ...QUANTITY_STARTS,
  ...PRODUCT_NAMES,
  ...REMOVAL_STARTS,
  ...WARNING_STARTS,
  ...APPOINTMENT_STARTS,
  ...CHANGE_NOTE_STARTS,
  ...ADVERSE_STARTS,
  ...PERSON_STARTS,
  ...EACH_TIME_STARTS,
  ...ISSUE_LIMIT_STARTS,
]);
