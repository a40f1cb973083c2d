import { compare, least, over, ratio, times, ZERO, type Ratio } from "../../quantity/ratio.ts";
import type { Directions, DirectionsReason, Phase, StatedAmount, Understood } from "../types.ts";
import { quantityAt, readMostPerDay, sameCount } from "./dose.ts";
import { boundsOf, isBag, listOf } from "./timing.ts";

type Dosage = Readonly<Record<string, unknown>>;

const DAY_HOURS = ratio(24);

/** "Needed" as a yes or no, or for a reason; "unreadable" where it is neither. */
export const needOf = (dosage: Dosage): boolean | "unreadable" => {
  const flags = [dosage["asNeededBoolean"], dosage["asNeeded"]].filter((flag) => flag !== undefined);
  if (flags.some((flag) => typeof flag !== "boolean")) return "unreadable";
  return flags.includes(true) || dosage["asNeededCodeableConcept"] !== undefined;
};

/** At most so much each time. Not to be told where the text gives no one amount each time. */
const capEach = (phase: Phase, stated: unknown): Phase | DirectionsReason => {
  const most = quantityAt(stated);
  if (most === null || !sameCount(most.unit, phase.unit)) return "not-understood";
  const { each } = phase;
  if (each === null) return compare(phase.perDay.max, most.value) <= 0 ? phase : "not-understood";
  if (compare(each.amount.max, most.value) <= 0) return phase;
  if (compare(each.amount.min, most.value) > 0) return "contradiction";
  const atMost = times(most.value, over(DAY_HOURS, each.everyHours.min));
  const perDay = { min: least(phase.perDay.min, atMost), max: least(phase.perDay.max, atMost) };
  return { ...phase, perDay, each: { ...each, amount: { min: each.amount.min, max: most.value } } };
};

const capDay = (phase: Phase, most: Ratio): Phase => ({
  ...phase,
  perDay: { min: least(phase.perDay.min, most), max: least(phase.perDay.max, most) },
  maxPerDay: phase.maxPerDay === null ? most : least(phase.maxPerDay, most),
});

/** The longest that the bounds allow; a count of times needs to be told how often. */
const bounded = (phase: Phase, timing: unknown): Phase | DirectionsReason => {
  const aDay = phase.each === null ? null : over(DAY_HOURS, phase.each.everyHours.max);
  const bounds = boundsOf(timing, aDay);
  if (bounds === "unreadable") return "not-understood";
  if (bounds === null) return phase;
  return phase.days === null || phase.days === bounds ? { ...phase, days: bounds } : "contradiction";
};

const isReason = (value: Phase | DirectionsReason): value is DirectionsReason => typeof value === "string";

const perPeriods = (dosage: Dosage): readonly unknown[] => {
  const stated = dosage["maxDosePerPeriod"];
  return stated === undefined ? [] : Array.isArray(stated) ? listOf(stated) : [stated];
};

interface Limited {
  readonly phase: Phase;
  readonly stated: readonly StatedAmount[];
}

const limitPhase = (dosage: Dosage, before: Phase, need: boolean): Limited | DirectionsReason => {
  let phase: Phase = need ? { ...before, asNeeded: true, perDay: { ...before.perDay, min: ZERO } } : before;
  const stated: StatedAmount[] = [];
  if (dosage["maxDosePerAdministration"] !== undefined) {
    const least = capEach(phase, dosage["maxDosePerAdministration"]);
    if (isReason(least)) return least;
    phase = least;
  }
  for (const each of perPeriods(dosage)) {
    const most = readMostPerDay(each, phase.unit);
    if (most === "unreadable") return "not-understood";
    if ("stated" in most) stated.push(most.stated);
    else phase = capDay(phase, most.perDay);
  }
  return { phase, stated };
};

/**
 * Applies what a Dosage says beside its dose, be that read from its structure or from its text: as needed, most each time, most
 * a period, and how long. A limit that cannot be read is refused: without it the dose would be too high.
 */
export const applyLimits = (dosage: Dosage, read: Understood): Directions => {
  const refused = (reason: DirectionsReason): Directions => ({
    status: "refused",
    text: read.text,
    reason,
    because: "",
  });
  const need = needOf(dosage);
  if (need === "unreadable" || listOf(dosage["modifierExtension"]).length > 0) return refused("not-understood");
  const phases: Phase[] = [];
  const stated = [...read.stated];
  for (const before of read.phases) {
    const limited = limitPhase(dosage, before, need);
    if (typeof limited === "string") return refused(limited);
    phases.push(limited.phase);
    stated.push(...limited.stated);
  }
  const timing = isBag(dosage["timing"]) ? dosage["timing"] : null;
  const [first, ...rest] = phases;
  if (first === undefined) return refused("empty");
  if (rest.length > 0)
    return boundsOf(timing, null) === null ? { ...read, phases: [first, ...rest], stated } : refused("two-readings");
  const only = bounded(first, timing);
  return isReason(only) ? refused(only) : { ...read, phases: [only], stated };
};
