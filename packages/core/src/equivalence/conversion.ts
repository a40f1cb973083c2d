import { ratio, type Ratio } from "../quantity/ratio.ts";
import type { Step } from "./types.ts";
import type { Band } from "./wording.ts";

/**
 * How much of a product: in what it is counted in (tablets, sprays ...), ml, or mass of the opioid; for patches
 * how many are worn at a time. A single amount is a band with equal ends.
 */
export interface Amount extends Band {
  readonly unit: "counted" | "ml" | "mg" | "microgram" | "patch";
}

/** What an amount covers: a day, or a whole supply. */
export type Covers = "a day" | "in all";

export type ConversionProblem =
  | { readonly code: "no-factor"; readonly detail: string }
  | { readonly code: "unit-does-not-fit"; readonly detail: string };

/** mg OME (a day, or of a whole supply) with the steps that made it, or why there is none with the steps so far. */
export type Conversion =
  | { readonly status: "computed"; readonly ome: Band; readonly steps: readonly Step[] }
  | { readonly status: "refused"; readonly problem: ConversionProblem; readonly steps: readonly Step[] };

export const refuseConversion = (
  code: ConversionProblem["code"],
  detail: string,
  steps: readonly Step[] = [],
): Conversion => ({ status: "refused", problem: { code, detail }, steps });

/**
 * One amount as a band with equal ends.
 * @example single(2) // { min: 2, max: 2 }
 */
export const single = (value: Ratio | number): Band => {
  const exact = typeof value === "number" ? ratio(value) : value;
  return { min: exact, max: exact };
};
