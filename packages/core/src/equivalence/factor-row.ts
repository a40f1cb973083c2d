import type { Opioid, Route } from "../medicines/types.ts";
import { parseDecimal, type Ratio } from "../quantity/ratio.ts";
import type { FactorRow } from "./types.ts";

/** A figure as it is printed in the source; a misprint here is a bug and stops the program at once. */
const printed = (figure: string): Ratio => {
  const value = parseDecimal(figure);
  if (value === null || value.n === 0) throw new RangeError(`not a printed factor: ${figure}`);
  return value;
};

const noted = (note: string | undefined): { note?: string } => (note === undefined ? {} : { note });

/** mg of oral morphine for each mg of the substance. */
export const perMg = (substance: Opioid, route: Route, factor: string, source: string, note?: string): FactorRow => ({
  substance,
  route,
  per: { unit: "mg", factor: printed(factor) },
  source,
  ...noted(note),
});

/** mg of oral morphine for each mg, where the day's total of the substance lies in this band (mg a day, both ends included). */
export const perMgInBand = (
  substance: Opioid,
  route: Route,
  factor: string,
  band: { readonly fromMgPerDay: number; readonly toMgPerDay?: number },
  source: string,
  note?: string,
): FactorRow => ({ substance, route, per: { unit: "mg", factor: printed(factor), ...band }, source, ...noted(note) });

/** mg of oral morphine a day for each microgram an hour of a patch. */
export const perMicrogramPerHour = (substance: Opioid, factor: string, source: string, note?: string): FactorRow => ({
  substance,
  route: "transdermal",
  per: { unit: "microgram/hour", factor: printed(factor) },
  source,
  ...noted(note),
});

/** The table's own row for one patch: micrograms an hour, and mg of oral morphine a day. */
export const patchRow = (
  substance: Opioid,
  microgramsPerHour: string,
  omePerDay: string,
  source: string,
  note?: string,
): FactorRow => ({
  substance,
  route: "transdermal",
  per: { unit: "patch", microgramsPerHour: printed(microgramsPerHour), omePerDay: printed(omePerDay) },
  source,
  ...noted(note),
});

/** A row in which the source itself says that there is no factor. */
export const noFactor = (substance: Opioid, route: Route, why: string, source: string): FactorRow => ({
  substance,
  route,
  per: { unit: "none", why },
  source,
});
