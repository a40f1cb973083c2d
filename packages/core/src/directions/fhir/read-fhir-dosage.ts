import { compare, plus, times, toNumber, ZERO } from "../../quantity/ratio.ts";
import { readDirections } from "../read.ts";
import type { Directions, DirectionsReason, Phase } from "../types.ts";
import { readDose, readMostPerDay, sameCount, type FhirDose } from "./dose.ts";
import { applyInstructions, instructionsOf, readText } from "./instructions.ts";
import { applyLimits, needOf } from "./limits.ts";
import { isBag, readTiming } from "./timing.ts";

type Dosage = Readonly<Record<string, unknown>>;

const refused = (text: string, reason: DirectionsReason, because: string): Directions => ({
  status: "refused",
  text,
  reason,
  because,
});

const textOf = (dosage: Dosage): string => (typeof dosage["text"] === "string" ? dosage["text"].trim() : "");

/** The dose of one Dosage by its structure alone, or what it lacks. Limits beside the dose are applied after. */
const structured = (dosage: Dosage): Phase | DirectionsReason => {
  const dose = readDose(dosage);
  const timing = readTiming(dosage["timing"]);
  if (timing === "contradiction" || dose === "contradiction") return "contradiction";
  if (dose === null) return "no-amount";
  if (timing === null) return mostAlone(dosage, dose);
  return {
    perDay: { min: times(dose.amount.min, timing.aDay.min), max: times(dose.amount.max, timing.aDay.max) },
    unit: dose.unit,
    asNeeded: false,
    maxPerDay: null,
    days: null,
    each: { amount: dose.amount, everyHours: timing.everyHours },
  };
};

/** As needed without a timing: up to the most a day, where one is stated. */
const mostAlone = (dosage: Dosage, { unit }: FhirDose): Phase | DirectionsReason => {
  const stated = dosage["maxDosePerPeriod"];
  if (stated === undefined || needOf(dosage) !== true) return "no-frequency";
  const most = readMostPerDay(Array.isArray(stated) ? stated[0] : stated, unit);
  if (most === "unreadable" || "stated" in most) return "not-understood";
  const { perDay } = most;
  return { perDay: { min: ZERO, max: perDay }, unit, asNeeded: true, maxPerDay: perDay, days: null, each: null };
};

/** Text and structure of one Dosage agree where both ends of the band are the same, as far as their units can be compared. */
const agree = (phase: Phase, text: Directions): boolean => {
  if (text.status === "refused") return true;
  if (text.phases.length > 1) return false;
  const [said] = text.phases;
  if (!sameCount(said.unit, phase.unit)) return true;
  return (
    compare(said.perDay.max, phase.perDay.max) === 0 &&
    (compare(said.perDay.min, phase.perDay.min) === 0 || said.asNeeded !== phase.asNeeded)
  );
};

const limited = (dosage: Dosage, read: Directions): Directions =>
  read.status === "understood" ? applyLimits(dosage, read) : read;

/** One Dosage: its structure where it is complete and its text does not speak against it, else its text. */
const readOne = (dosage: Dosage): Directions => {
  const text = textOf(dosage);
  const phase = structured(dosage);
  if (phase === "contradiction") return refused(text, "contradiction", "the structure contradicts itself");
  const instructions = instructionsOf(dosage);
  const understood = text === "" ? null : readDirections(text);
  const said = text === "" ? null : limited(dosage, readText(text, instructions));
  if (typeof phase === "string") return said ?? refused(text, isEmpty(dosage) ? "empty" : phase, "");
  // The text is understood; what stands beside it is not, or contradicts it.
  if (said?.status === "refused" && understood?.status === "understood") return said;
  const full = applyInstructions({ status: "understood", text, phases: [phase], stated: [] }, instructions);
  const whole = limited(dosage, full);
  if (whole.status === "refused") return whole;
  const [only] = whole.phases;
  if (said === null || said.status === "refused") return whole;
  const days = only.days ?? said.phases[0].days;
  if (!agree(only, said) || (said.phases[0].days ?? days) !== days) return refused(text, "contradiction", text);
  const needed = said.phases[0].asNeeded;
  const free: Phase = needed ? { ...only, asNeeded: true, perDay: { min: ZERO, max: only.perDay.max } } : only;
  return { status: "understood", text, phases: [{ ...free, days }], stated: [...said.stated, ...whole.stated] };
};

const isEmpty = (dosage: Dosage): boolean => dosage["doseAndRate"] === undefined && dosage["timing"] === undefined;

/** Dosages of one sequence number run at the same time, and add up. */
const together = (parts: readonly Directions[]): Directions => {
  const [first, ...rest] = parts;
  if (first === undefined) return refused("", "empty", "");
  return rest.reduce((sum, part): Directions => {
    if (sum.status === "refused") return sum;
    if (part.status === "refused") return part;
    const [a, b] = [sum.phases[0], part.phases[0]];
    const text = [sum.text, part.text].filter((said) => said !== "").join("; ");
    if (sum.phases.length > 1 || part.phases.length > 1 || a.days !== b.days)
      return refused(text, "two-readings", part.text);
    if (!sameCount(a.unit, b.unit)) return refused(text, "contradiction", part.text);
    const phase: Phase = {
      perDay: { min: plus(a.perDay.min, b.perDay.min), max: plus(a.perDay.max, b.perDay.max) },
      unit: a.unit === "unit" ? b.unit : a.unit,
      asNeeded: a.asNeeded || b.asNeeded,
      maxPerDay: a.maxPerDay !== null && b.maxPerDay !== null ? plus(a.maxPerDay, b.maxPerDay) : null,
      days: a.days,
      each: null,
    };
    return { status: "understood", text, phases: [phase], stated: [...sum.stated, ...part.stated] };
  }, first);
};

/** Groups in the order of their sequence numbers; Dosages without one run together. */
const bySequence = (dosages: readonly Dosage[]): readonly (readonly Dosage[])[] => {
  const groups = Map.groupBy(dosages, (dosage) => (typeof dosage["sequence"] === "number" ? dosage["sequence"] : 0));
  return [...groups.entries()].toSorted(([a], [b]) => a - b).map(([, group]) => group);
};

const inOrder = (groups: readonly Directions[]): Directions => {
  const phases: Phase[] = [];
  const stated = [];
  for (const [index, group] of groups.entries()) {
    if (group.status === "refused") return group;
    const last = index === groups.length - 1;
    if (!last && group.phases.at(-1)?.days === null) return refused(group.text, "two-readings", group.text);
    phases.push(...group.phases);
    stated.push(...group.stated);
  }
  const [head, ...rest] = phases;
  const text = groups
    .map((group) => group.text)
    .filter((said) => said !== "")
    .join("; ");
  return head === undefined
    ? refused(text, "empty", "")
    : { status: "understood", text, phases: [head, ...rest], stated };
};

/**
 * What a FHIR R4 `Dosage` array says a day, as the same result that free text gives: Dosages of one sequence number add up, different
 * ones follow each other. A Dosage without a dose or a timing is read from its text. Refuses what neither says, and
 * whatever text and structure say differently ("contradiction").
 * Source: HL7 FHIR R4, Dosage and Timing data types.
 * @example readFhirDosage([{ timing: { repeat: { frequency: 2, period: 1, periodUnit: "d" } }, doseAndRate: [{ doseQuantity: { value: 1 } }] }])
 * // 2 a day
 */
export const readFhirDosage = (dosage: readonly unknown[]): Directions => {
  const dosages = dosage.filter(isBag);
  if (dosages.length === 0) return refused("", "empty", "");
  const groups = bySequence(dosages).map((group) => together(group.map(readOne)));
  const result = inOrder(groups);
  if (result.status === "understood" && result.phases.some((phase) => toNumber(phase.perDay.max) > 1e6))
    return refused(result.text, "implausible", "");
  return result;
};
