import { compare, least } from "../../quantity/ratio.ts";
import { readDirections } from "../read.ts";
import type { Directions, Phase, Understood } from "../types.ts";
import { DANGER } from "../words/danger.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { isBag, listOf } from "./timing.ts";

type Dosage = Readonly<Record<string, unknown>>;

const textAt = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const textOfConcept = (concept: Dosage): string =>
  textAt(concept["text"]) ||
  (listOf(concept["coding"])
    .filter(isBag)
    .map((coding) => textAt(coding["display"]))
    .find((display) => display !== "") ??
    "");

/** What a Dosage says besides its text and structure, in words, each once. */
export const instructionsOf = (dosage: Dosage): readonly string[] => {
  const additional = listOf(dosage["additionalInstruction"]).filter(isBag).map(textOfConcept);
  const said = [...additional, textAt(dosage["patientInstruction"])];
  return [...new Set(said)].filter((each) => each !== "" && each !== textAt(dosage["text"]));
};

/** Whether words that the reader does not know speak of a dose at all. */
const speaksOfDose = (text: string): boolean =>
  /\d/.test(text) ||
  text
    .toLowerCase()
    .split(/[^a-z-]+/)
    .some((word) => DANGER.has(word) || NUMBER_WORDS.has(word) || UNIT_WORDS.has(word));

const contradiction = (base: Understood, instruction: string): Directions => ({
  status: "refused",
  text: base.text,
  reason: "contradiction",
  because: instruction,
});

const isOfOneUnit = (a: Phase, b: Phase): boolean => a.unit === b.unit || a.unit === "unit" || b.unit === "unit";

/** The same dose said again, perhaps with "when required". */
const saysTheSame = (base: Understood, again: Understood): boolean => {
  const [a, b] = [base.phases[0], again.phases[0]];
  if (base.phases.length > 1 || again.phases.length > 1 || !isOfOneUnit(a, b)) return false;
  return (
    compare(a.perDay.max, b.perDay.max) === 0 &&
    (compare(a.perDay.min, b.perDay.min) === 0 || a.asNeeded !== b.asNeeded)
  );
};

/** A further instruction may make a dose less, or leave it as it is; one that makes it more is another dose. */
const isNoMore = (base: Understood, both: Understood): boolean =>
  both.phases.length === base.phases.length &&
  both.phases.every((phase, at) => compare(phase.perDay.max, base.phases[at]!.perDay.max) <= 0);

const asNeeded = (phase: Phase): Phase => ({
  ...phase,
  asNeeded: true,
  perDay: { ...phase.perDay, min: { n: 0, d: 1 } },
});

/** A text and one further instruction, read as one. */
const readTogether = (base: Understood, instruction: string): Directions => {
  const both = readDirections(`${base.text}. ${instruction}`);
  if (both.status === "understood") return isNoMore(base, both) ? both : contradiction(base, instruction);
  const alone = readDirections(instruction);
  if (alone.status === "understood") {
    if (!saysTheSame(base, alone)) return contradiction(base, instruction);
    return alone.phases[0].asNeeded ? { ...base, phases: [asNeeded(base.phases[0])] } : base;
  }
  return speaksOfDose(instruction) ? { ...both, because: instruction } : base;
};

/** What the text of a Dosage and its further instructions say together; the instructions only where the text is understood. */
export const readText = (text: string, instructions: readonly string[]): Directions =>
  instructions.reduce<Directions>(
    (read, instruction) => (read.status === "understood" ? readTogether(read, instruction) : read),
    readDirections(text),
  );

/** More than any structure means, so that a maximum always shows. */
const roomy = (unit: Phase["unit"]): string => (unit === "unit" ? "take up to 9 tablets" : `take up to 9 ${unit}`);

const capped = (phase: Phase, { perDay, maxPerDay, asNeeded: need, days }: Phase): Phase => {
  const most = maxPerDay === null ? phase.perDay.max : least(phase.perDay.max, maxPerDay);
  const min = need ? { n: 0, d: 1 } : least(phase.perDay.min, most);
  return {
    ...phase,
    perDay: { min, max: most },
    asNeeded: phase.asNeeded || (need && perDay.max.n > 0),
    maxPerDay: maxPerDay ?? phase.maxPerDay,
    days: phase.days ?? days,
  };
};

const applyOne = (read: Understood, instruction: string): Directions => {
  const [phase] = read.phases;
  const alone = readDirections(instruction);
  if (alone.status === "understood") {
    if (!saysTheSame(read, alone)) return contradiction(read, instruction);
    return alone.phases[0].asNeeded ? { ...read, phases: [asNeeded(phase)] } : read;
  }
  const both = readDirections(`${roomy(phase.unit)} up to 9 times a day. ${instruction}`);
  if (both.status === "refused")
    return speaksOfDose(instruction) ? { ...both, text: read.text, because: instruction } : read;
  if (both.phases.length > 1 || compare(both.phases[0].perDay.max, { n: 81, d: 1 }) > 0)
    return contradiction(read, instruction);
  return { ...read, phases: [capped(phase, both.phases[0])], stated: [...read.stated, ...both.stated] };
};

/** What further instructions leave of a structured dose: a maximum and "when required" are applied, another dose is refused. */
export const applyInstructions = (base: Understood, instructions: readonly string[]): Directions =>
  instructions.reduce<Directions>(
    (read, instruction) => (read.status === "understood" ? applyOne(read, instruction) : read),
    base,
  );
