import { compare, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import type { DoseUnit, PerDay, StatedAmount } from "../types.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { isBag, listOf, positive } from "./timing.ts";

export interface FhirDose {
  readonly amount: PerDay;
  readonly unit: DoseUnit;
}

const UCUM: ReadonlyMap<string, DoseUnit> = new Map([
  ["mg", "mg"],
  ["ug", "microgram"],
  ["\u00b5g", "microgram"],
  ["\u03bcg", "microgram"],
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

/** A text, or a number as text; null for what is neither: an object may refuse to become text. */
const plain = (value: unknown): string | null =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : null;

/** The unit of a FHIR quantity; "unit" where it has none, null where it has one that is not known. */
const unitOf = (quantity: Readonly<Record<string, unknown>>): DoseUnit | null => {
  const code = UCUM.get(plain(quantity["code"]) ?? "");
  if (code !== undefined && code !== "unit") return code;
  const said = quantity["unit"] ?? quantity["code"];
  if (said === undefined || said === "1") return "unit";
  const written = plain(said);
  if (written === null) return null;
  const first =
    written
      .toLowerCase()
      .trim()
      .replace(/\(s\)/, "s")
      .split(/[^a-z]+/)[0] ?? "";
  return UCUM.get(written) ?? UNIT_WORDS.get(first) ?? null;
};

/** A quantity of FHIR; null where it is none, and where it is "less than" or "more than" so much. */
export const quantityAt = (value: unknown): { value: Ratio; unit: DoseUnit } | null => {
  if (!isBag(value) || value["comparator"] !== undefined) return null;
  const number = positive(value["value"]);
  const unit = unitOf(value);
  return number === null || unit === null ? null : { value: number, unit };
};

/** The dose each time, of `doseQuantity` or `doseRange`; null where there is none that can be read, "contradiction" where least is above most. */
export const readDose = (dosage: Readonly<Record<string, unknown>>): FhirDose | null | "contradiction" => {
  const rates = listOf(dosage["doseAndRate"]).filter(isBag);
  const [first] = rates;
  if (first === undefined || rates.length > 1) return null;
  const quantity = quantityAt(first["doseQuantity"]);
  if (quantity !== null) return { amount: { min: quantity.value, max: quantity.value }, unit: quantity.unit };
  const range = isBag(first["doseRange"]) ? first["doseRange"] : null;
  const high = quantityAt(range?.["high"]);
  if (range === null || high === null) return null;
  const low = range["low"] === undefined ? { value: ratio(0), unit: high.unit } : quantityAt(range["low"]);
  if (low === null || low.unit !== high.unit) return null;
  if (compare(low.value, high.value) > 0) return "contradiction";
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

const COUNTED: ReadonlySet<DoseUnit> = new Set<DoseUnit>([
  "unit",
  "tablet",
  "capsule",
  "patch",
  "dose",
  "sachet",
  "lozenge",
  "suppository",
  "film",
  "puff",
  "spray",
  "ampoule",
]);

export const sameCount = (a: DoseUnit, b: DoseUnit): boolean =>
  a === b || (a === "unit" && COUNTED.has(b)) || (b === "unit" && COUNTED.has(a));

/** A maximum in the unit of the dose, or in mg where the dose is counted: then for the product to apply. */
type Most = { readonly perDay: Ratio } | { readonly stated: StatedAmount };

/** The most a day that one `maxDosePerPeriod` allows; "unreadable" where it cannot be used. */
export const readMostPerDay = (stated: unknown, unit: DoseUnit): Most | "unreadable" => {
  const most = isBag(stated) ? stated : null;
  const top = quantityAt(most?.["numerator"]);
  const bottom = isBag(most?.["denominator"]) ? most["denominator"] : null;
  const per = positive(bottom?.["value"]);
  const days = PERIOD_DAYS.get(bottom?.["code"] ?? bottom?.["unit"]);
  if (top === null || per === null || days === undefined) return "unreadable";
  const span = times(per, days);
  const perDay = times(top.value, { n: span.d, d: span.n });
  if (top.unit === unit || top.unit === "unit" || (unit === "unit" && COUNTED.has(top.unit))) return { perDay };
  const isMass = top.unit === "mg" || top.unit === "microgram";
  return isMass && (COUNTED.has(unit) || unit === "ml")
    ? { stated: { value: perDay, unit: top.unit as "mg" | "microgram", meaning: "most-a-day" } }
    : "unreadable";
};
