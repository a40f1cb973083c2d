import { compare, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import type { DoseUnit, Phase, StatedAmount } from "../types.ts";
import { MEASURED } from "../words/units.ts";

const IN_MICROGRAMS: Readonly<Record<string, number>> = { g: 1_000_000, mg: 1000, microgram: 1 };

const within = (value: Ratio, { min, max }: Phase["perDay"]): boolean =>
  compare(value, min) >= 0 && compare(value, max) <= 0;

/** What one counted or measured unit is in micrograms: itself for a mass, the strength that the text states for a tablet. */
const sizeOf = (unit: DoseUnit, stated: readonly StatedAmount[]): Ratio | null => {
  const mass = IN_MICROGRAMS[unit];
  if (mass !== undefined) return ratio(mass);
  if (MEASURED.has(unit) || unit === "patch") return null;
  const strengths = stated.filter(({ meaning }) => meaning === "each");
  const [only] = strengths;
  const by = only === undefined ? undefined : IN_MICROGRAMS[only.unit];
  return only === undefined || strengths.length > 1 || by === undefined ? null : times(only.value, ratio(by));
};

/** "10mg tab one bd and 20mg tab one nocte": two products in one text, whose counts do not add up. */
export const twoStrengths = (stated: readonly StatedAmount[]): boolean => {
  const sizes = stated.flatMap(({ value, unit, meaning }) => {
    const by = IN_MICROGRAMS[unit];
    return meaning === "each" && by !== undefined ? [times(value, ratio(by))] : [];
  });
  const [first] = sizes;
  return first !== undefined && sizes.some((size) => compare(size, first) !== 0);
};

const agrees = (phase: Phase, size: Ratio, value: Ratio, meaning: StatedAmount["meaning"]): boolean => {
  const daily = { min: times(phase.perDay.min, size), max: times(phase.perDay.max, size) };
  if (within(value, daily)) return true;
  if (meaning === "day") return false;
  const each = phase.each?.amount;
  return each === undefined || within(value, { min: times(each.min, size), max: times(each.max, size) });
};

/** True where a sum that the text works out itself ("total 60mg a day") is not what its doses make. */
export const disagreeing = (phases: readonly Phase[], stated: readonly StatedAmount[]): boolean => {
  for (const { value, unit, meaning } of stated) {
    const by = IN_MICROGRAMS[unit];
    if (by === undefined || (meaning !== "day" && meaning !== "not-certain")) continue;
    const sizes = phases.map((phase) => ({ phase, size: sizeOf(phase.unit, stated) }));
    if (sizes.some(({ size }) => size === null)) continue;
    if (!sizes.some(({ phase, size }) => agrees(phase, size ?? ratio(1), times(value, ratio(by)), meaning)))
      return true;
  }
  return false;
};
