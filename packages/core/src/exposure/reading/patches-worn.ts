import type { PerDay, Phase } from "../../directions/types.ts";
import type { Step } from "../../equivalence/types.ts";
import { sayBand, sayCounted } from "../../equivalence/wording.ts";
import type { Medicine, WearTime } from "../../medicines/types.ts";
import { compare, least, most, ONE, over, type Ratio, ratio, times, toNumber, ZERO } from "../../quantity/ratio.ts";
import type { DoseProblem, ItemReading } from "../types.ts";

export interface PatchesWorn {
  readonly status: "worn";
  /** Patches on the skin at a time. */
  readonly band: PerDay;
  readonly wearConflict: ItemReading["wearConflict"];
  readonly steps: readonly Step[];
}

type Refused = { readonly status: "refused"; readonly problem: DoseProblem };

const refuse = (detail: string): Refused => ({ status: "refused", problem: { code: "directions-refused", detail } });

const sayWear = ({ licensedHours }: WearTime): string =>
  licensedHours.length === 1
    ? `${licensedHours[0]} hours`
    : `${Math.min(...licensedHours)} to ${Math.max(...licensedHours)} hours`;

interface Wear {
  readonly shortest: Ratio;
  readonly longest: Ratio;
}

const wearOf = ({ licensedHours }: WearTime): Wear => ({
  shortest: ratio(Math.min(...licensedHours)),
  longest: ratio(Math.max(...licensedHours)),
});

/** The stated hours that lie outside the wear time; null where all lie within. */
const strayHours = (every: PerDay, wear: Wear): Ratio | null => {
  if (compare(every.min, wear.shortest) < 0) return every.min;
  return compare(every.max, wear.longest) > 0 ? every.max : null;
};

/**
 * How many patches are worn at a time: the amount applied each time, where the stated interval agrees with the
 * wear time (anything from the shortest to the longest interval that the product is licensed for). Where it does
 * not, the answer is a band: a shorter interval may leave old patches on (amount x wear / interval), a longer one
 * may leave gaps (down to amount x wear / interval).
 * Refuses directions that do not say how often the patch is changed, and a patch whose wear time is not known.
 * @example patchesWorn(fentanyl25, onePatchEvery72Hours) // 1
 */
export const patchesWorn = (medicine: Medicine, phase: Phase): PatchesWorn | Refused => {
  const { each } = phase;
  if (medicine.wear === null) return refuse(`how long one ${medicine.name} is worn is not known`);
  if (each === null) return refuse("how often the patch is changed is not said");
  const { amount, everyHours } = each;
  if (everyHours.min.n <= 0) return refuse("the patch is changed at no interval");
  const wear = wearOf(medicine.wear);
  const stray = strayHours(everyHours, wear);
  const longer = most(ONE, over(wear.longest, everyHours.min));
  const shorter = least(ONE, over(wear.shortest, everyHours.max));
  const agreed = stray === null;
  const band = {
    min: phase.perDay.min.n === 0 ? ZERO : agreed ? amount.min : times(amount.min, shorter),
    max: agreed ? amount.max : times(amount.max, longer),
  };
  const interval = `${sayCounted(amount, "patch")} every ${sayBand(everyHours)} hours`;
  const say = agreed
    ? `${interval}, each worn ${sayWear(medicine.wear)}: ${sayBand(band)} worn at a time`
    : `${interval}, but each is worn ${sayWear(medicine.wear)}: ${sayBand(band)} worn at a time`;
  return {
    status: "worn",
    band,
    wearConflict: agreed ? null : { statedHours: toNumber(stray), licensedHours: medicine.wear.licensedHours },
    steps: [{ say, source: medicine.wear.source }],
  };
};
