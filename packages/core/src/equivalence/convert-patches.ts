import type { Medicine } from "../medicines/types.ts";
import { ratio, type Ratio, times } from "../quantity/ratio.ts";
import { type Amount, type Conversion, type Covers, refuseConversion } from "./conversion.ts";
import { sayTable } from "./factor-tables.ts";
import { findFactor } from "./find-factor.ts";
import type { FactorRow, FactorTable, Step } from "./types.ts";
import { sayBand, sayCounted, sayNumber, saySubstance } from "./wording.ts";

interface OnePatch {
  readonly omePerDay: Ratio;
  readonly steps: readonly Step[];
}

/** What one patch, worn, comes to in mg OME a day under a row. */
const onePatch = (medicine: Medicine, strength: Ratio, row: FactorRow, table: FactorTable): OnePatch | null => {
  const { per } = row;
  const source = `${sayTable(table)}, ${row.source}`;
  const name = `${saySubstance(medicine.substance, "transdermal")}, ${sayTable(table)}`;
  const label = `${sayNumber(strength)} micrograms/hour`;
  if (per.unit === "patch") {
    const say = `one ${label} ${medicine.substance} patch = ${sayNumber(per.omePerDay)} mg OME a day (${sayTable(table)})`;
    return { omePerDay: per.omePerDay, steps: [{ say, source }] };
  }
  if (per.unit === "microgram/hour") {
    const omePerDay = times(strength, per.factor);
    const say = `${label} x ${sayNumber(per.factor)} (${name}) = ${sayNumber(omePerDay)} mg OME a day`;
    return { omePerDay, steps: [{ say, source }] };
  }
  if (per.unit === "none") return null;
  const mgPerDay = times(strength, ratio(24, 1000));
  const omePerDay = times(mgPerDay, per.factor);
  const released = `${label} x 24 hours = ${sayNumber(mgPerDay)} mg released a day by one patch`;
  const say = `${sayNumber(mgPerDay)} mg x ${sayNumber(per.factor)} (${name}) = ${sayNumber(omePerDay)} mg OME a day`;
  return {
    omePerDay,
    steps: [
      { say: released, source: medicine.source },
      { say, source },
    ],
  };
};

const wornADay = (amount: Amount, each: OnePatch, steps: readonly Step[]): Conversion => {
  const ome = { min: times(amount.min, each.omePerDay), max: times(amount.max, each.omePerDay) };
  const worn = `${sayCounted(amount, "patch")} worn at a time`;
  const say = `${worn}: ${sayBand(amount)} x ${sayNumber(each.omePerDay)} mg = ${sayBand(ome)} mg OME a day`;
  return { status: "computed", ome, steps: [...steps, { say, source: "the directions" }] };
};

const suppliedInAll = (medicine: Medicine, amount: Amount, each: OnePatch, steps: readonly Step[]): Conversion => {
  if (medicine.wear === null)
    return refuseConversion("unit-does-not-fit", `how long one ${medicine.name} is worn is not known`, steps);
  const hours = medicine.wear.usualHours;
  const days = ratio(hours, 24);
  const worn = { min: times(amount.min, days), max: times(amount.max, days) };
  const ome = { min: times(worn.min, each.omePerDay), max: times(worn.max, each.omePerDay) };
  return {
    status: "computed",
    ome,
    steps: [
      ...steps,
      { say: `one patch is worn for ${hours} hours = ${sayNumber(days)} days`, source: medicine.wear.source },
      {
        say: `${sayCounted(amount, "patch")} in all: ${sayBand(amount)} x ${sayNumber(days)} days x ${sayNumber(each.omePerDay)} mg = ${sayBand(ome)} mg OME in all`,
        source: "the quantity",
      },
    ],
  };
};

/**
 * mg OME of patches: a day for so many worn at a time, or in all for so many supplied.
 * A table with its own patch rows is read by row, never by multiplication (fentanyl 12 is 30 mg, not 28.8).
 * Refuses any unit but patches, and a strength that the table does not print.
 */
export const convertPatches = (table: FactorTable, medicine: Medicine, amount: Amount, covers: Covers): Conversion => {
  const { strength } = medicine;
  if (strength.per !== "hour" || amount.unit !== "patch")
    return refuseConversion("unit-does-not-fit", `${medicine.name} is counted in patches worn, not in ${amount.unit}`);
  const holds = { say: `${sayNumber(strength.amount.value)} micrograms in each hour`, source: medicine.source };
  const factor = findFactor(table, medicine, null);
  if (factor.status === "none") return refuseConversion("no-factor", factor.detail, [holds]);
  const each = onePatch(medicine, strength.amount.value, factor.row, table);
  if (each === null) return refuseConversion("no-factor", `${medicine.name} has no factor`, [holds]);
  const steps = [holds, ...each.steps];
  return covers === "a day" ? wornADay(amount, each, steps) : suppliedInAll(medicine, amount, each, steps);
};
