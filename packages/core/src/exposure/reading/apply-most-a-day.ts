import type { Phase, StatedAmount, Understood } from "../../directions/types.ts";
import { sayNumber } from "../../equivalence/wording.ts";
import type { Medicine } from "../../medicines/types.ts";
import { compare, least, over, parseDecimal, type Ratio, ratio, times } from "../../quantity/ratio.ts";
import type { DoseProblem } from "../types.ts";
import { MOST_COUNTED_PER_DAY } from "./limits.ts";

export type CappedPhases =
  | { readonly status: "capped"; readonly phases: readonly Phase[] }
  | { readonly status: "refused"; readonly problem: DoseProblem };

const MG_IN_NAME = /(\d+(?:\.\d+)?)\s*mg\b/gi;

const disagree = (medicine: Medicine, stated: StatedAmount, why: string): CappedPhases => ({
  status: "refused",
  problem: {
    code: "stated-amount-disagrees",
    detail: `the directions say at most ${sayNumber(stated.value)} ${stated.unit} a day of ${medicine.name}: ${why}`,
  },
});

const inMg = ({ value, unit }: StatedAmount): Ratio | null => {
  if (unit === "mg") return value;
  return unit === "microgram" ? times(value, ratio(1, 1000)) : null;
};

/** mg in each piece, or each ml, of every ingredient that the maximum could mean: the opioid first. */
const strengthsOf = ({ strength, combinedWith, name }: Medicine): readonly Ratio[] => {
  if (strength.per === "hour") return [];
  const per = strength.per === "volume" ? strength.volume.value : ratio(1);
  const opioid = strength.amount.value;
  if (combinedWith.length === 0) return [over(opioid, per)];
  const others = [...name.matchAll(MG_IN_NAME)].flatMap(([, mg = ""]) => {
    const value = parseDecimal(mg);
    return value === null || value.n === 0 || compare(value, opioid) === 0 ? [] : [value];
  });
  return [opioid, ...others].map((mg) => over(mg, per));
};

const capOne = (phase: Phase, most: Ratio): Phase => ({
  ...phase,
  perDay: { min: phase.perDay.min, max: least(phase.perDay.max, most) },
  maxPerDay: phase.maxPerDay === null ? most : least(phase.maxPerDay, most),
});

/** The number of pieces that a maximum comes to; null where its ingredients would give different doses. */
const piecesOf = (strengths: readonly Ratio[], mg: Ratio, phases: readonly Phase[]): Ratio | null => {
  const all = strengths.map((strength) => over(mg, strength));
  // "Max 4 g" of co-codamol 8 mg/500 mg is 8 tablets by one ingredient and 500 by the other: no one means 500.
  const caps = all.length === 1 ? all : all.filter((cap) => compare(cap, MOST_COUNTED_PER_DAY) <= 0);
  const effective = caps.filter((cap) => phases.some(({ perDay }) => compare(cap, perDay.max) < 0));
  if (effective.length === 0) return caps[0] ?? all[0] ?? null;
  if (caps.length === 1) return caps[0] ?? null;
  const whole = caps.filter((cap) => cap.d === 1);
  return whole.length === 1 ? (whole[0] ?? null) : null;
};

const applyOne = (medicine: Medicine, phases: readonly Phase[], stated: StatedAmount): CappedPhases => {
  const mg = inMg(stated);
  const strengths = strengthsOf(medicine);
  if (mg === null || strengths.length === 0) return disagree(medicine, stated, "it is not measured so");
  const most = piecesOf(strengths, mg, phases);
  if (most === null) return disagree(medicine, stated, "which of its ingredients is meant is not said");
  if (phases.some(({ perDay }) => compare(most, perDay.min) < 0))
    return disagree(medicine, stated, `that is ${sayNumber(most)}, less than they direct`);
  return { status: "capped", phases: phases.map((phase) => capOne(phase, most)) };
};

/**
 * Applies a maximum in mg to directions that count pieces or ml: "1-2 up to every 4 hours, max 240 mg a day" of a
 * 30 mg tablet is at most 8. Of a combination the maximum may mean either ingredient ("max 4 g"): it counts where
 * only one gives whole pieces, or where none changes the dose.
 * Refuses a maximum below the least that is directed, and one that could mean two doses.
 */
export const applyMostADay = (medicine: Medicine, { phases, stated }: Understood): CappedPhases => {
  let capped: readonly Phase[] = phases;
  for (const amount of stated) {
    if (amount.meaning !== "most-a-day") continue;
    const applied = applyOne(medicine, capped, amount);
    if (applied.status === "refused") return applied;
    capped = applied.phases;
  }
  return { status: "capped", phases: capped };
};
