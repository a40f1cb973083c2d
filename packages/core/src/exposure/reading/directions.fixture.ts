import type { DoseUnit, PerDay, Phase, StatedAmount, Understood } from "../../directions/types.ts";
import { fromNumber, type Ratio } from "../../quantity/ratio.ts";

/** Test support: directions that say only what matters to the case. */

export type BandOf = number | readonly [number, number];

const exact = (value: number): Ratio => {
  const ratio = fromNumber(value);
  if (ratio === null) throw new Error(`not a decimal: ${value}`);
  return ratio;
};

export const bandOf = (band: BandOf): PerDay => {
  const [min, max] = typeof band === "number" ? [band, band] : band;
  return { min: exact(min), max: exact(max) };
};

export interface PhaseSketch {
  readonly perDay: BandOf;
  readonly unit?: DoseUnit;
  readonly days?: number | null;
  readonly each?: { readonly amount: BandOf; readonly everyHours: BandOf } | null;
  readonly maxPerDay?: number;
}

export const phaseOf = ({ perDay, unit = "unit", days = null, each = null, maxPerDay }: PhaseSketch): Phase => ({
  perDay: bandOf(perDay),
  unit,
  asNeeded: bandOf(perDay).min.n === 0,
  maxPerDay: maxPerDay === undefined ? null : exact(maxPerDay),
  days,
  each: each === null ? null : { amount: bandOf(each.amount), everyHours: bandOf(each.everyHours) },
});

export const patchEvery = (everyHours: BandOf, amount: BandOf = 1): Phase =>
  phaseOf({ perDay: [0.1, 1], unit: "patch", each: { amount, everyHours } });

export const statedOf = (
  value: number,
  unit: StatedAmount["unit"] = "mg",
  meaning: StatedAmount["meaning"] = "not-certain",
): StatedAmount => ({ value: exact(value), unit, meaning });

export const understood = (
  phases: readonly [Phase, ...Phase[]],
  stated: readonly StatedAmount[] = [],
  text = "as the test says",
): Understood => ({ status: "understood", text, phases, stated });
