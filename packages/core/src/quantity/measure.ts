import { plus, times, type Ratio } from "./ratio.ts";

/** The units that doses are counted in. mg and micrograms, per dose and per day, are different units. */
export type Unit = "mg" | "microgram" | "ml" | "microgram/hour" | "mg/day" | "mg OME" | "mg OME/day";

/** A number that cannot leave its unit: adding two different units fails at compile time and at run time. */
export interface Measure<U extends Unit> {
  readonly value: Ratio;
  readonly unit: U;
}

export const measure = <U extends Unit>(value: Ratio, unit: U): Measure<U> => ({ value, unit });

/**
 * The sum of two measures of one unit.
 * @example add(measure(ratio(30), "mg"), measure(ratio(10), "mg")) // 40 mg
 */
export const add = <U extends Unit>(a: Measure<U>, b: NoInfer<Measure<U>>): Measure<U> => {
  if (a.unit !== b.unit) throw new TypeError(`cannot add ${b.unit} to ${a.unit}`);
  return { value: plus(a.value, b.value), unit: a.unit };
};

/** A measure so many times over; the unit stays. */
export const scale = <U extends Unit>(a: Measure<U>, by: Ratio): Measure<U> => ({
  value: times(a.value, by),
  unit: a.unit,
});
