import type { Fate } from "./types.ts";

interface Reason {
  readonly fate: Exclude<Fate, "used">;
  readonly say: string;
  readonly todo: string;
}

const NOTHING_TO_DO = "Nothing, if this is right in the record.";

/** Every reason that a row is not used, in the order in which they are shown. */
const REASONS = {
  cancelled: { fate: "set-aside", say: "cancelled", todo: NOTHING_TO_DO },
  removed: {
    fate: "set-aside",
    say: "removed from the records: the practice keeps nothing of this person",
    todo: "Nothing: what it said is gone, and a later file does not bring it back.",
  },
  deleted: { fate: "set-aside", say: "deleted from the record", todo: NOTHING_TO_DO },
  "entered-in-error": { fate: "set-aside", say: "entered in error", todo: NOTHING_TO_DO },
  "not-issued": { fate: "set-aside", say: "written but never issued or handed over", todo: NOTHING_TO_DO },
  template: {
    fate: "set-aside",
    say: "a repeat template, not an issue",
    todo: "Nothing: its issues are rows of their own.",
  },
  draft: { fate: "set-aside", say: "a draft, not yet signed", todo: NOTHING_TO_DO },
  "on-hold": { fate: "set-aside", say: "on hold", todo: NOTHING_TO_DO },
  "status-not-known": {
    fate: "set-aside",
    say: "the sending system does not know its status",
    todo: "Look in the record whether it was issued.",
  },
  "not-an-order": {
    fate: "set-aside",
    say: "a proposal, plan or option, not an order; alternatives are never summed",
    todo: NOTHING_TO_DO,
  },
  "do-not-perform": { fate: "set-aside", say: "says that the medicine is not to be given", todo: NOTHING_TO_DO },
  "modifier-extension": {
    fate: "set-aside",
    say: "a modifier extension may change what it means",
    todo: "Look in the record what was ordered; systems may add extensions that others must not pass over.",
  },
  "dispense-of-counted-request": {
    fate: "set-aside",
    say: "handed over for a request that is counted already",
    todo: NOTHING_TO_DO,
  },
  "read-already": {
    fate: "set-aside",
    say: "the same resource, read already",
    todo: "Nothing: exports and their pages overlap, and one resource is one issue.",
  },
  "statement-of-request": {
    fate: "set-aside",
    say: "a statement about requests of this practice, which are rows of their own",
    todo: NOTHING_TO_DO,
  },
  history: {
    fate: "set-aside",
    say: "one of several versions in a history bundle",
    todo: "Export the resources as they stand now, not their history.",
  },
  "future-dated": {
    fate: "set-aside",
    say: "dated after the day of the report",
    todo: "Check the date, or ask for the register on a later day.",
  },
  "empty-row": { fate: "set-aside", say: "an empty row", todo: "Nothing." },
  "too-few-cells": {
    fate: "refused",
    say: "fewer cells than the header has",
    todo: "Look for a line break inside a cell that is not in quotes, or a row cut short; export again.",
  },
  "too-many-cells": {
    fate: "refused",
    say: "more cells than the header has",
    todo: "Look for a delimiter inside a cell that is not in quotes; export with quoted text.",
  },
  "quote-not-closed": {
    fate: "refused",
    say: "a quote is opened and never closed",
    todo: "Close the quote in this row, or write a quote inside a quoted cell twice.",
  },
  "quote-misplaced": {
    fate: "refused",
    say: "text follows a closing quote",
    todo: "Write a quote inside a quoted cell twice.",
  },
  "person-missing": { fate: "refused", say: "no person", todo: "Add the person's identifier to this row." },
  "person-too-long": {
    fate: "refused",
    say: "a person's identifier of more than 200 characters",
    todo: "Look whether the columns are what their names say; export again.",
  },
  "date-missing": { fate: "refused", say: "no date of issue", todo: "Add the date of issue." },
  "date-not-valid": {
    fate: "refused",
    say: "a date of issue that no calendar has or that can be read in two ways",
    todo: "Write the date as 2026-03-14, 14/03/2026 or 14-Mar-2026.",
  },
  "product-missing": { fate: "refused", say: "no product name or code", todo: "Add the product's name or code." },
  "medication-not-found": {
    fate: "refused",
    say: "points to a Medication that is not in the data",
    todo: "Add the file or bundle that holds this Medication.",
  },
  "kind-not-known": {
    fate: "refused",
    say: "a kind of issue that is not known",
    todo: "Use acute, repeat, repeat dispensing or recorded elsewhere.",
  },
  "status-not-valid": {
    fate: "refused",
    say: "a status that is not known",
    todo: "Use issued, cancelled or deleted (in FHIR, a code of the R4 value set).",
  },
  "intent-not-valid": {
    fate: "refused",
    say: "an intent that FHIR R4 does not have",
    todo: "Use a code of the R4 value set, such as order.",
  },
  "flag-not-valid": {
    fate: "refused",
    say: "a yes or no that is neither true nor false",
    todo: "Write true or false without quotes.",
  },
  "json-not-valid": {
    fate: "refused",
    say: "a line that is not valid JSON",
    todo: "Export again; look whether the line was cut short.",
  },
  "not-a-resource": {
    fate: "refused",
    say: "JSON that is no FHIR resource",
    todo: "Put one resource or one Bundle on each line.",
  },
  "concept-not-found": {
    fate: "refused",
    say: "a concept that CONCEPT does not have, and no source value",
    todo: "Add CONCEPT rows for the drugs, or the source values.",
  },
  "strength-not-certain": {
    fate: "refused",
    say: "an opioid whose strength is not certain",
    todo: "Look up the product in the record; the person's total says “at least”.",
  },
  "code-and-name-disagree": {
    fate: "refused",
    say: "code and name are different products",
    todo: "Look up which of the two was issued; the person's total says “at least”.",
  },
  "substance-not-certain": {
    fate: "refused",
    say: "may be an opioid; the substance is not certain",
    todo: "Look up the product in the record; the person's total says “at least”.",
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

export const reason = (code: ReasonCode): Reason => REASONS[code];
