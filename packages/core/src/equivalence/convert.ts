import type { Medicine } from "../medicines/types.ts";
import { compare, ONE, type Ratio, times, ZERO } from "../quantity/ratio.ts";
import { type Amount, type Conversion, type Covers, refuseConversion, single } from "./conversion.ts";
import { sayTable } from "./factor-tables.ts";
import { findFactor } from "./find-factor.ts";
import { convertPatches } from "./convert-patches.ts";
import { type SubstanceAmount, substanceIn } from "./substance-amount.ts";
import type { FactorTable } from "./types.ts";
import { type Band, sayBand, sayNumber, saySubstance } from "./wording.ts";

interface Applied {
  readonly ome: Ratio;
  readonly say: string;
  readonly source: string;
}

const applyFactor = (
  table: FactorTable,
  medicine: Medicine,
  mg: Ratio,
  mgPerDay: Ratio | null,
): Applied | { readonly refused: string } => {
  const factor = findFactor(table, medicine, mgPerDay);
  if (factor.status === "none") return { refused: factor.detail };
  if (factor.row.per.unit !== "mg")
    return { refused: `${saySubstance(medicine.substance, medicine.route)} has no factor by mg in ${sayTable(table)}` };
  return {
    ome: times(mg, factor.row.per.factor),
    say: sayNumber(factor.row.per.factor),
    source: `${sayTable(table)}, ${factor.row.source}`,
  };
};

const convertMg = (
  table: FactorTable,
  medicine: Medicine,
  amount: SubstanceAmount,
  daily: Band | null,
  covers: Covers,
): Conversion => {
  const high = applyFactor(table, medicine, amount.mg.max, daily?.max ?? null);
  if ("refused" in high) return refuseConversion("no-factor", high.refused, amount.steps);
  // Nothing taken is nothing whatever the factor: the lower end of "when needed".
  const none = amount.mg.min.n === 0;
  const low = none ? { ...high, ome: ZERO } : applyFactor(table, medicine, amount.mg.min, daily?.min ?? null);
  if ("refused" in low) return refuseConversion("no-factor", low.refused, amount.steps);
  const ome = { min: low.ome, max: high.ome };
  const factors = low.say === high.say ? high.say : `${low.say} to ${high.say}`;
  const name = `${saySubstance(medicine.substance, medicine.route)}, ${sayTable(table)}`;
  const say = `${sayBand(amount.mg)} mg x ${factors} (${name}) = ${sayBand(ome)} mg OME ${covers}`;
  return { status: "computed", ome, steps: [...amount.steps, { say, source: high.source }] };
};

/** A medicine without a factor is refused for that, whatever the unit: no better unit would help. */
const refuseUnit = (table: FactorTable, medicine: Medicine, detail: string): Conversion => {
  const factor = findFactor(table, medicine, ONE);
  return factor.status === "none"
    ? refuseConversion("no-factor", factor.detail)
    : refuseConversion("unit-does-not-fit", detail);
};

/**
 * Oral morphine equivalent a day, in mg, of an amount of one medicine a day (for patches: worn at a time),
 * under one named table, with its working. Only the opioid of a combination counts.
 * Refuses by name what the table has no factor for, and units that do not fit the product.
 * Source: the row that each step names.
 * @example convert(factorTable("uk"), morphine30mgTablet, { unit: "counted", min: ratio(2), max: ratio(2) })
 * // 60 mg OME a day: "30 mg in each tablet", "2 tablets a day: 2 x 30 mg = 60 mg morphine a day", "60 mg x 1 ..."
 */
export const convert = (table: FactorTable, medicine: Medicine, perDay: Amount): Conversion => {
  if (medicine.strength.per === "hour") return convertPatches(table, medicine, perDay, "a day");
  const amount = substanceIn(medicine, perDay, "a day");
  if (amount.status === "refused") return refuseUnit(table, medicine, amount.detail);
  return convertMg(table, medicine, amount, amount.mg, "a day");
};

/**
 * Oral morphine equivalent of a whole supply, in mg: the quantity counted in what the product is counted in.
 * A patch counts for the days that it is worn. `daily` is mg of the substance a day where that is known; only a
 * table whose factor depends on the dose asks for it, and refuses when both ends do not agree on one factor.
 * @example convertSupply(factorTable("uk"), fentanyl25Patch, ratio(10), null) // 10 x 3 days x 60 mg = 1800 mg OME
 */
export const convertSupply = (
  table: FactorTable,
  medicine: Medicine,
  quantity: Ratio,
  daily: Band | null,
): Conversion => {
  const unit = medicine.strength.per === "hour" ? "patch" : medicine.countedIn === "ml" ? "ml" : "counted";
  const whole: Amount = { unit, ...single(quantity) };
  if (medicine.strength.per === "hour") return convertPatches(table, medicine, whole, "in all");
  const amount = substanceIn(medicine, whole, "in all");
  if (amount.status === "refused") return refuseUnit(table, medicine, amount.detail);
  const known =
    daily === null || daily.max.n === 0 ? null : { min: daily.min.n === 0 ? daily.max : daily.min, max: daily.max };
  const conversion = convertMg(table, medicine, amount, known, "in all");
  if (conversion.status === "refused" || compare(conversion.ome.min, conversion.ome.max) === 0) return conversion;
  const name = saySubstance(medicine.substance, medicine.route);
  return refuseConversion(
    "no-factor",
    `the factor of ${name} in ${sayTable(table)} differs within the ${sayBand(known ?? whole)} mg a day of the directions`,
    amount.steps,
  );
};
