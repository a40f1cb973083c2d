import { dayFrom, partsOfDay, type Day } from "@concord/core";
import type { OpioidStretch, Span } from "../plan/plan.ts";
import type { Row } from "../plan/rows.ts";
import { directedBand, suppliedByRow, takenDose, wasSupplied } from "./ome.ts";

/** What is true of a person on one day; doses in micrograms of oral morphine. */
export interface TrueDay {
  /** Regimens in force that a careful reader of the record can work out. */
  readonly directed: { readonly min: number; readonly max: number };
  /** With those whose directions nobody can read. */
  readonly whole: { readonly min: number; readonly max: number };
  readonly taken: number;
  /** Part of the picture has no number: unreadable, not convertible, or recorded elsewhere. */
  readonly atLeast: boolean;
}

export const activeOn = (stretches: readonly OpioidStretch[], day: Day): OpioidStretch[] =>
  stretches.filter(({ from, to }) => from <= day && day < to);

export const trueDay = (stretches: readonly OpioidStretch[], day: Day): TrueDay => {
  const directed = { min: 0, max: 0 };
  const whole = { min: 0, max: 0 };
  let taken = 0;
  let atLeast = false;
  for (const stretch of activeOn(stretches, day)) {
    if (stretch.product.maintenance) continue;
    const band = directedBand(stretch);
    taken += takenDose(stretch) ?? 0;
    const unknown = band === null || stretch.direction.unreadable !== null;
    if (unknown || stretch.kind === "recorded elsewhere") atLeast = true;
    if (band === null || stretch.kind === "recorded elsewhere") continue;
    whole.min += band.min;
    whole.max += band.max;
    if (stretch.direction.unreadable !== null) continue;
    directed.min += band.min;
    directed.max += band.max;
  }
  return { directed, whole, taken, atLeast };
};

/** Average supplied a day over the 90 days that end on `day`, micrograms of oral morphine. */
const SUPPLY_DAYS = 90;
export const suppliedOn = (rows: readonly Row[], day: Day): number => {
  let sum = 0;
  for (const row of rows) {
    if (row.day > day || row.day <= day - SUPPLY_DAYS || !wasSupplied(row)) continue;
    sum += suppliedByRow(row) ?? 0;
  }
  return sum / SUPPLY_DAYS;
};

/** The first of each month of the span. */
export const monthsOf = (span: Span): Day[] => {
  const months: Day[] = [];
  let { year, month } = partsOfDay(span.start);
  for (;;) {
    const day = dayFrom(year, month, 1);
    if (day === null || day > span.end) return months;
    if (day >= span.start) months.push(day);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
};
