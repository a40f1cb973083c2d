import type { Medicine } from "../medicines/types.ts";
import { compare, type Ratio } from "../quantity/ratio.ts";
import { sayTable } from "./factor-tables.ts";
import type { FactorRow, FactorTable } from "./types.ts";
import { sayNumber, saySubstance } from "./wording.ts";

export type FoundFactor =
  | { readonly status: "found"; readonly row: FactorRow }
  | { readonly status: "none"; readonly detail: string };

type PerMg = Extract<FactorRow["per"], { unit: "mg" }>;

const isBanded = (per: FactorRow["per"]): per is PerMg => per.unit === "mg" && per.fromMgPerDay !== undefined;

const holds = (per: PerMg, mgPerDay: Ratio): boolean =>
  compare(mgPerDay, { n: per.fromMgPerDay ?? 0, d: 1 }) >= 0 &&
  (per.toMgPerDay === undefined || compare(mgPerDay, { n: per.toMgPerDay, d: 1 }) <= 0);

const sayDoseBands = (rows: readonly FactorRow[]): string =>
  rows
    .flatMap(({ per }) => (isBanded(per) ? [`${per.fromMgPerDay}${per.toMgPerDay ? `-${per.toMgPerDay}` : "+"}`] : []))
    .join(", ");

const findByDose = (
  rows: readonly FactorRow[],
  name: string,
  table: FactorTable,
  mgPerDay: Ratio | null,
): FoundFactor => {
  const printed = `${sayTable(table)} prints it for ${sayDoseBands(rows)} mg a day`;
  if (mgPerDay === null)
    return {
      status: "none",
      detail: `the factor of ${name} depends on the dose a day, which is not known: ${printed}`,
    };
  const row = rows.find(({ per }) => isBanded(per) && holds(per, mgPerDay));
  if (row !== undefined) return { status: "found", row };
  return { status: "none", detail: `${name} ${sayNumber(mgPerDay)} mg a day has no factor: ${printed}` };
};

const findPatch = (
  rows: readonly FactorRow[],
  name: string,
  table: FactorTable,
  microgramsPerHour: Ratio,
): FoundFactor => {
  const printed: string[] = [];
  for (const row of rows) {
    if (row.per.unit !== "patch") continue;
    if (compare(row.per.microgramsPerHour, microgramsPerHour) === 0) return { status: "found", row };
    printed.push(sayNumber(row.per.microgramsPerHour));
  }
  const strength = `${sayNumber(microgramsPerHour)} micrograms/hour`;
  return {
    status: "none",
    detail: `${name} of ${strength} has no row in ${sayTable(table)}, which prints ${printed.join(", ")}`,
  };
};

/**
 * The row of one factor table for a medicine: by substance and route, for a patch table by its strength, and
 * where the factor depends on the dose by the mg of the substance a day (null where that is not known).
 * Refuses by name what the table has no factor for; never looks into another table.
 * @example findFactor(factorTable("uk"), methadoneLiquid, null)
 * // none: "methadone by mouth has no factor in UK FPM/BNF (Aug 2020): it depends on ..."
 */
export const findFactor = (
  table: FactorTable,
  medicine: Pick<Medicine, "substance" | "route" | "strength">,
  mgPerDay: Ratio | null,
): FoundFactor => {
  const { substance, route, strength } = medicine;
  const name = saySubstance(substance, route);
  const rows = table.rows.filter((row) => row.substance === substance && row.route === route);
  const first = rows[0];
  if (first === undefined) return { status: "none", detail: `${name} has no row in ${sayTable(table)}` };
  if (first.per.unit === "none")
    return { status: "none", detail: `${name} has no factor in ${sayTable(table)}: ${first.per.why}` };
  if (isBanded(first.per)) return findByDose(rows, name, table, mgPerDay);
  if (first.per.unit !== "patch") return { status: "found", row: first };
  if (strength.per === "hour") return findPatch(rows, name, table, strength.amount.value);
  return { status: "none", detail: `${name} has no strength by the hour, which ${sayTable(table)} goes by` };
};

/**
 * Whether the factor of a medicine depends on how much of the substance is taken a day, so that the parts of
 * a day's dose cannot be converted one by one and then added.
 * @example dependsOnDailyDose(factorTable("cdc-2016"), methadoneTablet) // true
 */
export const dependsOnDailyDose = (table: FactorTable, medicine: Pick<Medicine, "substance" | "route">): boolean =>
  table.rows.some((row) => row.substance === medicine.substance && row.route === medicine.route && isBanded(row.per));
