import { compare, ratio, times } from "../../quantity/ratio.ts";
import type { Phase } from "../types.ts";
import { MEASURED } from "../words/units.ts";

/** A bare number this many times smaller than the measure before it counts something else. */
const MUCH_SMALLER = ratio(5);

/** "10mg bd for 7 days then 1 bd": the bare number is no milligram, it counts tablets. */
export const countsAnew = (before: Phase | undefined, phase: Phase): boolean =>
  before !== undefined &&
  MEASURED.has(phase.unit) &&
  before.unit === phase.unit &&
  compare(before.perDay.max, times(phase.perDay.max, MUCH_SMALLER)) >= 0;

/**
 * Phases in the one unit that a later one names: "1 daily for 7 days then two tablets daily". Null where that unit is a
 * measure: "1 bd for 7 days then 20mg bd" began with a tablet, not with a milligram.
 */
export const inOneUnit = (phases: readonly Phase[]): readonly Phase[] | null => {
  const named = phases.find((phase) => phase.unit !== "unit")?.unit;
  if (named === undefined) return phases;
  if (MEASURED.has(named) && phases[0]?.unit === "unit") return null;
  return phases.map((phase) => (phase.unit === "unit" ? { ...phase, unit: named } : phase));
};
