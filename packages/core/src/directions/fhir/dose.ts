import { compare, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import type { DoseUnit, PerDay } from "../types.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { isBag, listOf, positive } from "./timing.ts";

export interface FhirDose {
  readonly amount: PerDay;
  readonly unit: DoseUnit;
}

const UCUM: ReadonlyMap<string, DoseUnit> = new Map([
  ["mg", "mg"],
  ["ug", "microgram"],
  ["mcg", "microgram"],
  ["g", "g"],
  ["mL", "ml"],
  ["ml", "ml"],
  ["cm3", "ml"],
  ["[drp]", "drop"],
  ["{tbl}", "tablet"],
  ["{tablet}", "tablet"],
  ["{capsule}", "capsule"],
  ["{patch}", "patch"],
  ["{puff}", "puff"],
  ["{spray}", "spray"],
  ["{dose}", "dose"],
  ["TAB", "tablet"],
  ["CAP", "capsule"],
  ["PATCH", "patch"],
  ["1", "unit"],
  ["[iU]", "unit"],
]);

/** The unit of a FHIR quantity; "unit" where it has none, null where it has one that is not known. */
const unitOf = (quantity: Readonly<Record<string, unknown>>): DoseUnit | null => {
  const code = UCUM.get(String(quantity["code"] ?? ""));
  if (code !== undefined && code !== "unit") return code;
  const written = quantity["unit"] ?? quantity["code"];
  if (written === undefined || written === "1") return "unit";
  const first =
    String(written)
      .toLowerCase()
      .trim()
      .replace(/\(s\)/, "s")
      .split(/[^a-z]+/)[0] ?? "";
  return UCUM.get(String(written)) ?? UNIT_WORDS.get(first) ?? null;
};

const quantityAt = (value: unknown): { value: Ratio; unit: DoseUnit } | null => {
  if (!isBag(value)) return null;
  const number = positive(value["value"]);
  const unit = unitOf(value);
  return number === null || unit === null ? null : { value: number, unit };
};

/** The dose each time, of `doseQuantity` or `doseRange`; null where there is none that can be read. */
export const readDose = (dosage: Readonly<Record<string, unknown>>): FhirDose | null => {
  const rates = listOf(dosage["doseAndRate"]).filter(isBag);
  const [first] = rates;
  if (first === undefined || rates.length > 1) return null;
  const quantity = quantityAt(first["doseQuantity"]);
  if (quantity !== null) return { amount: { min: quantity.value, max: quantity.value }, unit: quantity.unit };
  const range = isBag(first["doseRange"]) ? first["doseRange"] : null;
  const high = quantityAt(range?.["high"]);
  if (range === null || high === null) return null;
  const low = range["low"] === undefined ? { value: ratio(0), unit: high.unit } : quantityAt(range["low"]);
  if (low === null || low.unit !== high.unit || compare(low.value, high.value) > 0) return null;
  return { amount: { min: low.value, max: high.value }, unit: high.unit };
};

const PERIOD_DAYS: ReadonlyMap<unknown, Ratio> = new Map([
  ["h", ratio(1, 24)],
  ["d", ratio(1)],
  ["day", ratio(1)],
  ["days", ratio(1)],
  ["wk", ratio(7)],
  ["hours", ratio(1, 24)],
]);

/** The most a day that `maxDosePerPeriod` allows, in the unit of the dose; null where there is none, "unreadable" where it cannot be used. */
export const readMostPerDay = (
  dosage: Readonly<Record<string, unknown>>,
  unit: DoseUnit,
): Ratio | null | "unreadable" => {
  const stated = dosage["maxDosePerPeriod"];
  if (stated === undefined) return null;
  const most = isBag(stated) ? stated : Array.isArray(stated) && isBag(stated[0]) ? stated[0] : null;
  const top = quantityAt(most?.["numerator"]);
  const bottom = isBag(most?.["denominator"]) ? most["denominator"] : null;
  const per = positive(bottom?.["value"]);
  const days = PERIOD_DAYS.get(bottom?.["code"] ?? bottom?.["unit"]);
  if (top === null || per === null || days === undefined) return "unreadable";
  if (top.unit !== unit && top.unit !== "unit") return "unreadable";
  const span = times(per, days);
  return times(top.value, { n: span.d, d: span.n });
};
