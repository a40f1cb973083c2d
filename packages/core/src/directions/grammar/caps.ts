import { compare, least, over, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import type { Atom, Cap } from "../phrases/atoms.ts";
import type { DoseUnit, PerDay, StatedAmount } from "../types.ts";
import { MEASURED } from "../words/units.ts";
import type { Clause } from "./clauses.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";

/** Milligrams in each unit of mass: a maximum of 4 g caps what is counted in mg. */
const IN_MICROGRAMS: Readonly<Record<string, number>> = { g: 1_000_000, mg: 1000, microgram: 1 };

/** The maximum in the unit of the dose, where both are masses. */
const inUnitOf = (cap: Atom & Cap, unit: DoseUnit | null): Atom & Cap => {
  const [from, to] = [IN_MICROGRAMS[cap.unit ?? ""], IN_MICROGRAMS[unit ?? ""]];
  return from === undefined || to === undefined ? cap : { ...cap, unit, most: times(cap.most, ratio(from, to)) };
};

const sameUnit = (cap: Cap, unit: DoseUnit | null): boolean =>
  cap.unit === null ||
  (unit === null && !MEASURED.has(cap.unit)) ||
  cap.unit === unit ||
  (cap.unit === "dose" && unit !== null && !MEASURED.has(unit));

interface Capped {
  readonly perDay: PerDay;
  readonly maxPerDay: Ratio | null;
  readonly stated: readonly StatedAmount[];
}

const MASS: ReadonlySet<string> = new Set(["mg", "microgram", "g"]);

/** What one maximum does: nothing, a most a day, or a statement for the product to apply. */
type Effect =
  | { readonly kind: "none" }
  | { readonly kind: "most"; readonly most: Ratio; readonly least: Ratio }
  | { readonly kind: "stated"; readonly stated: StatedAmount };

interface Dosing {
  readonly perDay: PerDay;
  /** Least and most at one time; null where doses differ. */
  readonly each: PerDay | null;
  readonly unit: DoseUnit | null;
  /** A range or as needed: a maximum that cannot be applied leaves the most unknown. */
  readonly free: boolean;
}

const stateMass = (cap: Atom & Cap, free: boolean): Effect | Refusal => {
  if (cap.unit === null || !MASS.has(cap.unit) || free) return refuse("not-understood", cap);
  const value = cap.unit === "g" ? times(cap.most, ratio(1000)) : cap.most;
  const unit = cap.unit === "microgram" ? "microgram" : "mg";
  return { kind: "stated", stated: { value, unit, meaning: "most-a-day" } };
};

/**
 * "10mg qds prn max 4 in 24 hours" allows four doses, "5mg qds max 15" fifteen milligrams: a bare number over a measured
 * dose is whichever of the two it can be. Null where it can be both, and they differ, or neither.
 */
const bareOverMeasure = (most: Ratio, perDay: PerDay, largest: Ratio): "measure" | "doses" | null => {
  const timesADay = over(perDay.max, largest);
  // Of one fixed dose a day's measure holds a whole number: "5mg bd max 6" is neither.
  const whole = compare(perDay.min, perDay.max) !== 0 || over(most, largest).d === 1;
  // As much as one dose is no measure of a day that has several.
  const several = compare(most, largest) > 0 || compare(perDay.max, largest) <= 0;
  const asMeasure = compare(most, largest) >= 0 && whole && several;
  const asDoses = most.d === 1 && compare(most, timesADay) <= 0;
  const same = compare(least(perDay.max, most), least(perDay.max, times(most, largest))) === 0;
  if (asMeasure && asDoses) return same ? "doses" : null;
  return asMeasure ? "measure" : asDoses ? "doses" : null;
};

const effectOf = (written: Atom & Cap, { perDay, each, unit, free }: Dosing): Effect | Refusal => {
  const cap = inUnitOf(written, unit);
  const bare = cap.unit === null && cap.of !== "dose" && cap.of !== "times-a-day";
  const bareMeasure = bare && unit !== null && MEASURED.has(unit);
  const counts = !bareMeasure ? "measure" : each === null ? null : bareOverMeasure(cap.most, perDay, each.max);
  if (counts === null) return refuse("two-readings", cap);
  const inDoses =
    counts === "doses" || cap.of === "times-a-day" || (cap.unit === "dose" && unit !== "dose" && cap.of !== "dose");
  if (each === null && (inDoses || cap.of === "dose")) return refuse("not-understood", cap);
  const largest = each?.max ?? ratio(0);
  if (cap.of === "dose")
    return sameUnit(cap, unit) && compare(cap.most, largest) >= 0 ? { kind: "none" } : refuse("two-readings", cap);
  if (!inDoses && !sameUnit(cap, unit)) return stateMass(cap, free);
  const most = inDoses ? times(cap.most, largest) : cap.most;
  // "2 qds max 2": two a day, or two at a time.
  const below = cap.of === "not-said" && compare(most, largest) <= 0 && compare(perDay.max, most) > 0;
  if (below) return refuse("two-readings", cap);
  const belowOneDose = compare(most, largest) < 0 && compare(largest, perDay.max) <= 0 && compare(most, perDay.min) < 0;
  if (belowOneDose) return refuse("contradiction", cap);
  // "1-2 every 4 hours max 4 doses": four times one at the least, four times two at the most.
  return { kind: "most", most, least: inDoses && each !== null ? times(cap.most, each.min) : most };
};

/**
 * A stated maximum caps least and most. One in mg over counted tablets cannot be applied here: it is stated, and the
 * product decides.
 */
export const applyCaps = (caps: readonly (Atom & Cap)[], dosing: Dosing): Capped | Refusal => {
  let maxPerDay: Ratio | null = null;
  let { min } = dosing.perDay;
  const stated: StatedAmount[] = [];
  for (const cap of caps) {
    const effect = effectOf(cap, dosing);
    if (isRefusal(effect)) return effect;
    const found = effect as Effect;
    if (found.kind === "stated") stated.push(found.stated);
    if (found.kind !== "most") continue;
    maxPerDay = maxPerDay === null ? found.most : least(maxPerDay, found.most);
    min = least(min, found.least);
  }
  const { perDay } = dosing;
  if (maxPerDay === null) return { perDay, maxPerDay, stated };
  const capped = { min: least(min, maxPerDay), max: least(perDay.max, maxPerDay) };
  return { perDay: capped, maxPerDay, stated };
};

/** "max 8 tablets" names what the bare numbers before it count. */
export const countedUnitOf = (caps: readonly Cap[]): DoseUnit | null =>
  caps.find(({ unit }) => unit !== null && unit !== "dose" && !MEASURED.has(unit))?.unit ?? null;

/** A second amount a day that follows a whole dose is its ceiling: "1-2 every 4 hours, up to 8 a day", "(4 a day)". */
export const splitCeiling = (clauses: readonly Clause[]): { doses: readonly Clause[]; ceiling: Clause | null } => {
  const last = clauses.at(-1);
  const several = clauses.length > 2 && last?.bracket === true && last.join !== "and";
  if ((clauses.length !== 2 && !several) || last === undefined || last.amount.extra)
    return { doses: clauses, ceiling: null };
  const [when] = last.whens;
  const aDay =
    last.whens.length === 1 &&
    when?.schedule.kind === "times" &&
    when.schedule.days === 1 &&
    when.schedule.style !== "counted" &&
    when.schedule.style !== "latin";
  return aDay && last.join !== "or"
    ? { doses: clauses.slice(0, -1), ceiling: last }
    : { doses: clauses, ceiling: null };
};

export const ceilingAsCap = ({ amount, unit }: Clause): Atom & Cap => ({
  kind: "cap",
  most: amount.amount.max,
  unit,
  of: "day",
  from: amount.from,
  to: amount.to,
});
