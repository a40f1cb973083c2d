import type { Opioid, Route } from "../medicines/types.ts";
import type { Ratio } from "../quantity/ratio.ts";

export type FactorTableId = "uk" | "openprescribing" | "cdc-2022" | "cdc-2016" | "nih-heal" | "anzca-2021";

/** One published row: how much oral morphine equals one of this. */
export interface FactorRow {
  readonly substance: Opioid;
  readonly route: Route;
  /** "mg": mg OME for each mg. "microgram/hour": mg OME a day for each microgram an hour of a patch. "patch": the table's own row for one patch strength. */
  readonly per:
    | { readonly unit: "mg"; readonly factor: Ratio; readonly fromMgPerDay?: number; readonly toMgPerDay?: number }
    | { readonly unit: "microgram/hour"; readonly factor: Ratio }
    | { readonly unit: "patch"; readonly microgramsPerHour: Ratio; readonly omePerDay: Ratio }
    | { readonly unit: "none"; readonly why: string };
  readonly source: string;
  readonly note?: string;
}

export interface FactorTable {
  readonly id: FactorTableId;
  readonly name: string;
  readonly edition: string;
  readonly source: string;
  readonly url: string;
  readonly dateRead: string;
  /** Who checked the numbers; "not yet reviewed by a clinician" until one has. */
  readonly reviewer: string;
  readonly rows: readonly FactorRow[];
}

/** One line of a working, in an order that a person can redo with a pencil. */
export interface Step {
  readonly say: string;
  readonly source: string;
}
