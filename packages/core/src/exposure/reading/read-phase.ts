import type { Phase } from "../../directions/types.ts";
import type { Amount } from "../../equivalence/conversion.ts";
import { convert } from "../../equivalence/convert.ts";
import { substanceIn } from "../../equivalence/substance-amount.ts";
import type { FactorTable, Step } from "../../equivalence/types.ts";
import { type Band, sayNumber } from "../../equivalence/wording.ts";
import type { Medicine } from "../../medicines/types.ts";
import { compare, over, type Ratio, ratio, times } from "../../quantity/ratio.ts";
import type { DoseProblem, ItemReading } from "../types.ts";
import { fitAmount } from "./amount-a-day.ts";
import { MOST_COUNTED_PER_DAY, MOST_ML_PER_DAY, MOST_OME_PER_DAY } from "./limits.ts";
import { patchesWorn } from "./patches-worn.ts";

/** One phase as an amount of the product a day, before any factor. */
export interface PhaseAmount {
  readonly status: "fits";
  readonly amount: Amount;
  /** The most used up a day, in what the product is counted in. */
  readonly mostADay: Ratio;
  /** mg of the substance a day; null for a patch. */
  readonly mgPerDay: Band | null;
  readonly wearConflict: ItemReading["wearConflict"];
  readonly steps: readonly Step[];
}

type Refused = { readonly status: "refused"; readonly problem: DoseProblem };

const refuse = (code: DoseProblem["code"], detail: string): Refused => ({
  status: "refused",
  problem: { code, detail },
});

const tooMany = (medicine: Medicine, { unit, max }: Amount): Refused | null => {
  const most = unit === "ml" ? MOST_ML_PER_DAY : MOST_COUNTED_PER_DAY;
  if (unit === "mg" || unit === "microgram" || compare(max, most) <= 0) return null;
  const counted = unit === "ml" ? "ml" : medicine.countedIn;
  return refuse(
    "implausible",
    `${sayNumber(max)} ${counted} a day of ${medicine.name} is more than ${sayNumber(most)}`,
  );
};

/** mg a day as pieces or ml a day. */
const countOf = ({ strength }: Medicine, mg: Ratio): Ratio => {
  const pieces = over(mg, strength.amount.value);
  return strength.per === "volume" ? times(pieces, strength.volume.value) : pieces;
};

const patchAmount = (medicine: Medicine, phase: Phase): PhaseAmount | Refused => {
  const fitted = fitAmount(medicine, phase.unit, phase.perDay);
  if (fitted.status === "refused") return fitted;
  const worn = patchesWorn(medicine, phase);
  if (worn.status === "refused") return worn;
  const amount: Amount = { unit: "patch", ...worn.band };
  const { each } = phase;
  const mostADay = each === null ? phase.perDay.max : times(each.amount.max, over(ratio(24), each.everyHours.min));
  const { wearConflict, steps } = worn;
  return tooMany(medicine, amount) ?? { status: "fits", amount, mostADay, mgPerDay: null, wearConflict, steps };
};

/**
 * One phase of the directions as an amount of the product: pieces, ml or mass a day, for a patch how many are worn.
 * Refuses a unit that does not fit the product, and more a day than any record means.
 */
export const phaseAmount = (medicine: Medicine, phase: Phase): PhaseAmount | Refused => {
  if (medicine.strength.per === "hour") return patchAmount(medicine, phase);
  const fitted = fitAmount(medicine, phase.unit, phase.perDay);
  if (fitted.status === "refused") return fitted;
  const { amount } = fitted;
  const substance = substanceIn(medicine, amount, "a day");
  if (substance.status === "refused") return refuse("unit-does-not-fit", substance.detail);
  const mostADay = amount.unit === "counted" || amount.unit === "ml" ? amount.max : countOf(medicine, substance.mg.max);
  return (
    tooMany(medicine, amount) ?? {
      status: "fits",
      amount,
      mostADay,
      mgPerDay: substance.mg,
      wearConflict: null,
      steps: [],
    }
  );
};

/** mg OME a day of one phase, or why there is none; in both cases with the steps. */
export type PhaseDose =
  | { readonly status: "computed"; readonly ome: Band; readonly steps: readonly Step[] }
  | { readonly status: "refused"; readonly problem: DoseProblem; readonly steps: readonly Step[] };

/** Refuses also a dose beyond what any record means. */
export const phaseDose = (table: FactorTable, medicine: Medicine, phase: PhaseAmount): PhaseDose => {
  const converted = convert(table, medicine, phase.amount);
  const steps = [...phase.steps, ...converted.steps];
  if (converted.status === "refused") return { ...converted, steps };
  if (compare(converted.ome.max, MOST_OME_PER_DAY) <= 0) return { ...converted, steps };
  const detail = `${sayNumber(converted.ome.max)} mg OME a day is more than ${sayNumber(MOST_OME_PER_DAY)}`;
  return { status: "refused", problem: { code: "implausible", detail }, steps };
};
