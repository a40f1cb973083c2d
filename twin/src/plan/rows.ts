import type { Day } from "@concord/core";
import type { Product } from "../products/opioids.ts";
import type { Direction } from "../texts/shape.ts";
import type { Kind } from "./plan.ts";

export type Mess =
  | "none"
  | "cancelled"
  | "deleted"
  | "future-dated"
  | "duplicate"
  | "code-and-name-disagree"
  | "quantity-missing";

/** What many issues of one medicine share. */
export interface Line {
  readonly product: Product;
  readonly name: string;
  readonly code: string;
  /** Another opioid's code, for a row whose code and name contradict each other; null where the product is no opioid. */
  readonly swappedCode: string | null;
  readonly direction: Direction;
  readonly quantity: number;
  /** Quantity and unit as this practice's system writes them. */
  readonly quantityText: string;
  readonly quantityUnit: string;
  readonly kind: Kind;
  /** Written by FHIR as structured timing, as text, or both. */
  readonly dosage: "text" | "structured" | "both";
  /** Made once by the writers. */
  readonly made: { csv: string | null; fhir: string | null };
}

/** One row of the extract. */
export interface Row {
  readonly day: Day;
  readonly line: Line;
  readonly prescriber: number;
  readonly status: "" | "issued" | "cancelled" | "deleted";
  readonly mess: Mess;
}
