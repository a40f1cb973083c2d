import type { PerDay, Phase, StatedAmount } from "../../directions/types.ts";
import { substanceIn } from "../../equivalence/substance-amount.ts";
import { sayNumber } from "../../equivalence/wording.ts";
import type { Medicine } from "../../medicines/types.ts";
import { compare, over, plus, type Ratio, ratio, times } from "../../quantity/ratio.ts";
import type { DoseProblem } from "../types.ts";
import { fitAmount } from "./amount-a-day.ts";

/** Amounts that a mention in the text could agree with: mg, or micrograms an hour for a patch. */
interface Known {
  readonly each: readonly Ratio[];
  readonly dose: readonly Ratio[];
  readonly day: readonly Ratio[];
}

const inMg = (medicine: Medicine, phase: Phase, band: PerDay): readonly Ratio[] => {
  const fitted = fitAmount(medicine, phase.unit, band);
  if (fitted.status === "refused") return [];
  const known = substanceIn(medicine, fitted.amount, "a day");
  return known.status === "known" ? [known.mg.min, known.mg.max] : [];
};

const perDayOf = ({ perDay, maxPerDay }: Phase): readonly PerDay[] =>
  maxPerDay === null ? [perDay] : [perDay, { min: maxPerDay, max: maxPerDay }];

const knownOf = (medicine: Medicine, phases: readonly Phase[]): Known => {
  const { strength } = medicine;
  const applied = phases.flatMap(({ each }) => (each === null ? [] : [each.amount.min, each.amount.max]));
  if (strength.per === "hour") {
    const dose = applied.map((amount) => times(amount, strength.amount.value));
    return { each: [strength.amount.value], dose, day: dose };
  }
  const perMl = strength.per === "volume" ? [over(strength.amount.value, strength.volume.value)] : [];
  return {
    each: [strength.amount.value, ...perMl],
    dose: phases.flatMap((phase) => (phase.each === null ? [] : inMg(medicine, phase, phase.each.amount))),
    day: phases.flatMap((phase) => perDayOf(phase).flatMap((band) => inMg(medicine, phase, band))),
  };
};

/** A mention in the unit of `Known`; null where the product cannot be measured so. */
const comparable = ({ strength }: Medicine, { value, unit }: StatedAmount): Ratio | null => {
  if (strength.per === "hour") return unit === "microgram/hour" || unit === "microgram" ? value : null;
  if (unit === "mg") return value;
  if (unit === "microgram") return times(value, ratio(1, 1000));
  return unit === "ml" && strength.per === "volume"
    ? over(times(value, strength.amount.value), strength.volume.value)
    : null;
};

/** A single dose where the text gives no one amount: some whole or half pieces, not more than a day's. */
const mayBeOneDose = (medicine: Medicine, value: Ratio, { day }: Known): boolean => {
  if (medicine.strength.per === "hour" || !day.some((most) => compare(value, most) <= 0)) return false;
  const pieces = over(value, medicine.strength.amount.value);
  return medicine.strength.per === "volume" || plus(pieces, pieces).d === 1;
};

/** "30mg/500mg" in the name of a combination: the mention may be of the other ingredient. */
const isInName = (medicine: Medicine, { value, unit }: StatedAmount): boolean =>
  medicine.combinedWith.length > 0 &&
  new RegExp(String.raw`(?:^|[^\d.])${sayNumber(value).replace(".", String.raw`\.`)}\s*${unit}`, "i").test(
    medicine.name,
  );

const agrees = (medicine: Medicine, stated: StatedAmount, known: Known): boolean => {
  if (stated.meaning === "most-a-day") return true; // a maximum, which need not be reached, is applied elsewhere
  const value = comparable(medicine, stated);
  if (value === null) return false;
  const isOneOf = (list: readonly Ratio[]): boolean => list.some((each) => compare(each, value) === 0);
  const isDose = (): boolean =>
    isOneOf(known.dose) || (known.dose.length === 0 && mayBeOneDose(medicine, value, known));
  switch (stated.meaning) {
    case "each":
      // A liquid has no piece: "10 mg" beside 5 ml is its dose as well as its strength.
      return isOneOf(known.each) || isInName(medicine, stated) || (medicine.strength.per === "volume" && isDose());
    case "dose":
      return isDose();
    case "day":
      return isOneOf(known.day);
    case "not-certain":
      return isOneOf(known.each) || isInName(medicine, stated) || isDose() || isOneOf(known.day);
  }
};

/**
 * Whether every strength or total that the directions mention fits the product: "ONE BD (TOTAL 40MG)" fits a 20 mg
 * tablet and contradicts a 30 mg one. Null where all fit, else the problem that names the first which does not.
 */
export const checkStatedAmounts = (
  medicine: Medicine,
  phases: readonly Phase[],
  stated: readonly StatedAmount[],
): DoseProblem | null => {
  if (stated.length === 0) return null;
  const known = knownOf(medicine, phases);
  const stranger = stated.find((amount) => !agrees(medicine, amount, known));
  if (stranger === undefined) return null;
  const said = `${sayNumber(stranger.value)} ${stranger.unit}`;
  return { code: "stated-amount-disagrees", detail: `the directions say ${said}, which does not fit ${medicine.name}` };
};
