import { compare, least, plus, times, toNumber, ZERO } from "../../quantity/ratio.ts";
import { readDirections } from "../read.ts";
import type { Directions, DirectionsReason, DoseUnit, Phase } from "../types.ts";
import { readDose, readMostPerDay } from "./dose.ts";
import { isBag, readTiming } from "./timing.ts";

type Dosage = Readonly<Record<string, unknown>>;

const refused = (text: string, reason: DirectionsReason, because: string): Directions => ({
  status: "refused",
  text,
  reason,
  because,
});

const textOf = (dosage: Dosage): string => (typeof dosage["text"] === "string" ? dosage["text"].trim() : "");

/** The structure of one Dosage, or what it lacks. */
const structured = (dosage: Dosage): Phase | DirectionsReason => {
  const dose = readDose(dosage);
  const timing = readTiming(dosage["timing"]);
  if (timing === "contradiction") return "contradiction";
  if (dose === null) return "no-amount";
  const asNeeded =
    dosage["asNeededBoolean"] === true ||
    dosage["asNeededCodeableConcept"] !== undefined ||
    dosage["asNeeded"] === true;
  const most = readMostPerDay(dosage, dose.unit);
  if (most === "unreadable") return "not-understood";
  if (timing === null) {
    if (most === null || !asNeeded) return "no-frequency";
    return { perDay: { min: ZERO, max: most }, unit: dose.unit, asNeeded, maxPerDay: most, days: null, each: null };
  }
  const full = {
    min: asNeeded ? ZERO : times(dose.amount.min, timing.aDay.min),
    max: times(dose.amount.max, timing.aDay.max),
  };
  const perDay = most === null ? full : { min: least(full.min, most), max: least(full.max, most) };
  return {
    perDay,
    unit: dose.unit,
    asNeeded,
    maxPerDay: most,
    days: timing.days,
    each: { amount: dose.amount, everyHours: timing.everyHours },
  };
};

const COUNTED: ReadonlySet<DoseUnit> = new Set<DoseUnit>([
  "unit",
  "tablet",
  "capsule",
  "patch",
  "dose",
  "sachet",
  "lozenge",
  "suppository",
  "film",
  "puff",
  "spray",
  "ampoule",
]);

const sameCount = (a: DoseUnit, b: DoseUnit): boolean =>
  a === b || (a === "unit" && COUNTED.has(b)) || (b === "unit" && COUNTED.has(a));

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

/** One Dosage: its structure where it is complete and its text does not speak against it, else its text. */
const readOne = (dosage: Dosage): Directions => {
  const text = textOf(dosage);
  const phase = structured(dosage);
  if (phase === "contradiction") return refused(text, "contradiction", "timing.repeat and timing.code disagree");
  const said = text === "" ? null : readDirections(text);
  if (typeof phase === "string") return said ?? refused(text, isEmpty(dosage) ? "empty" : phase, "");
  if (said !== null && !agree(phase, said)) return refused(text, "contradiction", text);
  const needed = said?.status === "understood" && said.phases[0].asNeeded;
  const stated = said?.status === "understood" ? said.stated : [];
  const free: Phase = needed ? { ...phase, asNeeded: true, perDay: { min: ZERO, max: phase.perDay.max } } : phase;
  return { status: "understood", text, phases: [free], stated };
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
