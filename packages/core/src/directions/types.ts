import type { Ratio } from "../quantity/ratio.ts";

/** What directions count in; "unit" where the text names none. */
export type DoseUnit =
  | "unit"
  | "tablet"
  | "capsule"
  | "patch"
  | "ml"
  | "mg"
  | "microgram"
  | "g"
  | "drop"
  | "dose"
  | "sachet"
  | "lozenge"
  | "suppository"
  | "spray"
  | "puff"
  | "film"
  | "ampoule"
  | "nebule"
  | "pessary"
  | "enema"
  | "injection"
  | "pump"
  | "scoop";

/** Least and most a day, in the unit beside it. */
export interface PerDay {
  readonly min: Ratio;
  readonly max: Ratio;
}

/** One stretch of the directions, from the day it starts. */
export interface Phase {
  readonly perDay: PerDay;
  readonly unit: DoseUnit;
  readonly asNeeded: boolean;
  /** As stated in the text, per day, in `unit`; null where none. Already applied to `perDay`. */
  readonly maxPerDay: Ratio | null;
  /** How long it lasts; null for the last phase and where the text does not say. */
  readonly days: number | null;
  /**
   * How many are given each time, and hours between, where the text says one amount at one interval:
   * a patch needs both (one patch every 72 hours is one patch worn at any time). Null otherwise.
   */
  readonly each: { readonly amount: PerDay; readonly everyHours: PerDay } | null;
}

/** A strength or total that the text itself mentions: "ONE BD (TOTAL 40MG)". Checked against the product, never added. */
export interface StatedAmount {
  readonly value: Ratio;
  readonly unit: "mg" | "microgram" | "microgram/hour" | "ml";
  /** "most-a-day": a stated maximum in mg over a count of tablets ("max 4g a day"), for the product to apply. */
  readonly meaning: "each" | "dose" | "day" | "most-a-day" | "not-certain";
}

export interface Understood {
  readonly status: "understood";
  readonly text: string;
  readonly phases: readonly [Phase, ...Phase[]];
  readonly stated: readonly StatedAmount[];
}

export type DirectionsReason =
  | "empty"
  | "as-directed"
  | "no-amount"
  | "no-frequency"
  | "two-readings"
  | "cut-short"
  | "contradiction"
  | "not-a-dose"
  | "implausible"
  | "not-understood";

export interface Unreadable {
  readonly status: "refused";
  readonly text: string;
  readonly reason: DirectionsReason;
  /** The part of the text that caused it. */
  readonly because: string;
}

export type Directions = Understood | Unreadable;
