import type { DirectionsReason } from "../types.ts";

/** Why there is no reading, with the tokens that caused it. */
export interface Refusal {
  readonly reason: DirectionsReason;
  readonly from: number;
  readonly to: number;
}

export const refuse = (
  reason: DirectionsReason,
  at: { readonly from: number; readonly to: number } | undefined,
): Refusal => ({
  reason,
  from: at?.from ?? 0,
  to: at?.to ?? Number.MAX_SAFE_INTEGER,
});

export const isRefusal = (value: object): value is Refusal => "reason" in value;
