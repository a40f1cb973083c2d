import type { DoseUnit, PerDay } from "../../directions/types.ts";
import type { Amount } from "../../equivalence/conversion.ts";
import type { Medicine } from "../../medicines/types.ts";
import { ratio, times } from "../../quantity/ratio.ts";
import type { DoseProblem } from "../types.ts";
import { countsAs } from "./count-words.ts";

export type FittedAmount =
  | { readonly status: "fits"; readonly amount: Amount }
  | { readonly status: "refused"; readonly problem: DoseProblem };

const MASSES: ReadonlySet<DoseUnit> = new Set(["mg", "microgram", "g"]);

const misfit = (medicine: Medicine, unit: DoseUnit, why: string): FittedAmount => ({
  status: "refused",
  problem: { code: "unit-does-not-fit", detail: `directions in ${unit} for ${medicine.name}: ${why}` },
});

const massOf = (medicine: Medicine, unit: DoseUnit, band: PerDay): FittedAmount => {
  if (medicine.combinedWith.length > 0) return misfit(medicine, unit, "which of its ingredients is meant is not said");
  if (unit === "microgram") return { status: "fits", amount: { unit: "microgram", min: band.min, max: band.max } };
  const toMg = ratio(unit === "g" ? 1000 : 1);
  return { status: "fits", amount: { unit: "mg", min: times(band.min, toMg), max: times(band.max, toMg) } };
};

/**
 * An amount as the directions count it, as an amount of the product. Pieces go for one another by `countsAs`; a
 * liquid needs millilitres or a mass; a patch needs patches.
 * Refuses a bare number of a liquid, millilitres of a tablet, drops (the sources have no volume of a drop), and a
 * mass where the product has another ingredient that could be meant.
 * @example fitAmount(oramorph, "ml", { min: ratio(5), max: ratio(10) }) // 5 to 10 ml
 */
export const fitAmount = (medicine: Medicine, unit: DoseUnit, band: PerDay): FittedAmount => {
  if (medicine.strength.per === "hour")
    return unit === "patch" || unit === "unit" || unit === "dose"
      ? { status: "fits", amount: { unit: "patch", min: band.min, max: band.max } }
      : misfit(medicine, unit, "it is counted in patches");
  if (MASSES.has(unit)) return massOf(medicine, unit, band);
  if (unit === "drop") return misfit(medicine, unit, "the volume of a drop is not known");
  if (unit === "ml")
    return medicine.strength.per === "volume"
      ? { status: "fits", amount: { unit: "ml", min: band.min, max: band.max } }
      : misfit(medicine, unit, `it is counted in ${medicine.countedIn}`);
  return unit !== "mg" && unit !== "microgram" && countsAs(unit, medicine.countedIn)
    ? { status: "fits", amount: { unit: "counted", min: band.min, max: band.max } }
    : misfit(medicine, unit, `it is counted in ${medicine.countedIn}`);
};
