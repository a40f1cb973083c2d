import type { Day } from "../calendar/day.ts";
import type { Directions } from "../directions/types.ts";
import type { FactorTableId, Step } from "../equivalence/types.ts";
import type { Identification, Opioid, ProductText } from "../medicines/types.ts";

/**
 * Oral morphine equivalent in whole nanograms (1 mg = 1,000,000 ng), so that sums are exact and order-free.
 * A rate is worked out as an exact fraction and rounded to it once, halves to even.
 */
export type Nanograms = number & { readonly ome: unique symbol };

/** How the record came about. Only `elsewhere` is no supply by this practice. */
export type IssueKind = "acute" | "repeat" | "repeat-dispensing" | "elsewhere";

/** Directions as the record holds them: free text, or the structured `Dosage` of FHIR R4. */
export type DirectionsAsWritten =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fhir-dosage"; readonly dosage: readonly unknown[] };

/** A prescription item as written: what many issues share, so that it is read once. */
export interface Item {
  readonly product: ProductText;
  readonly directions: DirectionsAsWritten;
  /** As written: "56", "1 pack of 28 capsule(s)", "2 x 28". Null where the record has none. */
  readonly quantity: string | null;
  readonly quantityUnit: string | null;
  /** Days that the supply is meant to last, where the record says so. */
  readonly days: number | null;
}

export type DoseProblem =
  | { readonly code: "product-refused"; readonly detail: string }
  /** The row itself was refused, for its date, status, kind or cells; that it is of an opioid could be read. */
  | { readonly code: "row-refused"; readonly detail: string }
  /** Shown, never summed: not a gap in the total. */
  | { readonly code: "maintenance-treatment"; readonly detail: string }
  | { readonly code: "not-an-opioid"; readonly detail: string }
  | { readonly code: "directions-refused"; readonly detail: string }
  | { readonly code: "no-factor"; readonly detail: string }
  | { readonly code: "unit-does-not-fit"; readonly detail: string }
  | { readonly code: "stated-amount-disagrees"; readonly detail: string }
  | { readonly code: "quantity-missing"; readonly detail: string }
  | { readonly code: "quantity-not-understood"; readonly detail: string }
  | { readonly code: "implausible"; readonly detail: string };

/** A result, or why there is none: never 0, NaN or null in its place. */
export type Computed<T> =
  | { readonly status: "computed"; readonly value: T; readonly steps: readonly Step[] }
  | { readonly status: "refused"; readonly problem: DoseProblem; readonly steps: readonly Step[] };

/** Directed dose of one stretch of the directions, ng OME a day. */
export interface DirectedPhase {
  readonly days: number | null;
  readonly min: Nanograms;
  readonly max: Nanograms;
}

/** What one item means under one factor table. */
export interface ItemReading {
  readonly item: Item;
  readonly table: FactorTableId;
  readonly identification: Identification;
  readonly directions: Directions;
  /** As directed, phase by phase. */
  readonly directed: Computed<readonly [DirectedPhase, ...DirectedPhase[]]>;
  /** As supplied: OME of the whole quantity. */
  readonly supplied: Computed<Nanograms>;
  /** Whole days until the quantity is used up at the most a day that the directions allow; null where either is unknown. */
  readonly runOutDays: number | null;
  /** Changing interval of a patch against its wear time; null where they agree or it is no patch. */
  readonly wearConflict: { readonly statedHours: number; readonly licensedHours: readonly number[] } | null;
}

/**
 * An order that was stopped before its supply was used up: issued, and no longer to be followed from `day` on. `told`
 * is false where the record does not tell the day, and `day` is then the last day that the records cover.
 */
export interface Stopped {
  readonly day: Day;
  readonly told: boolean;
}

/** One supply to a person on a day. */
export interface Issue {
  readonly day: Day;
  readonly kind: IssueKind;
  readonly reading: ItemReading;
  readonly prescriber: string | null;
  readonly stopped?: Stopped;
  /** Where it came from: file and row (or resource) as a person would look it up. */
  readonly file: string;
  readonly row: number;
}

export interface PersonDetails {
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: Day | null;
}

/** A row of someone's opioid that was refused as a row: its person and product could be read, and no issue came of it. */
export interface RefusedRow {
  readonly file: string;
  readonly row: number;
  /** Null where the row tells none. */
  readonly day: Day | null;
  readonly product: string;
  /** Why, in a few words. */
  readonly because: string;
}

/** Someone's opioid where it is part of the total but has no number. */
export interface Unconverted {
  readonly substance: Opioid | null;
  readonly product: string;
  readonly problem: DoseProblem;
}
