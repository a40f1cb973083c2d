import { compare, least, most, ZERO } from "../../quantity/ratio.ts";
import type { Atom } from "../phrases/atoms.ts";
import type { Phase } from "../types.ts";
import { isWhen } from "./clauses.ts";
import { readPhase, type PhaseRead } from "./phase.ts";
import type { Stretch } from "./phases.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";

export type StepAtom = Atom & { kind: "step" };

/** What may follow the steps besides the dose that they lead to. */
const REMARKS: ReadonlySet<Atom["kind"]> = new Set([
  "harmless",
  "word",
  "verb",
  "sentence",
  "comma",
  "open",
  "close",
  "as-directed",
  "stated",
]);
const OF_TARGET: ReadonlySet<Atom["kind"]> = new Set(["amount", "noun", "times", "every", "part", "and"]);

/** The atoms before the steps, the steps, and those behind; all of them before where there are none. */
export const atSteps = (
  atoms: readonly Atom[],
): { before: readonly Atom[]; step: StepAtom | null; behind: readonly Atom[] } => {
  const at = atoms.findIndex(({ kind }) => kind === "step");
  const step = atoms[at];
  return step?.kind === "step"
    ? { before: atoms.slice(0, at), step, behind: atoms.slice(at + 1) }
    : { before: atoms, step: null, behind: [] };
};

/** The last dose before the steps lasts until the first of them; refused where neither says how long. */
export const untilFirstStep = (stretches: readonly Stretch[], step: StepAtom): readonly Stretch[] | Refusal => {
  const last = stretches.at(-1);
  const days = last?.days ?? step.days;
  if (last === undefined || days === null) return refuse("not-understood", step);
  return [...stretches.slice(0, -1), { ...last, days }];
};

/** "increase to 2 after a week if tolerated": from the dose before to the new one; refused where there is none before. */
export const ifTolerated = (stretches: readonly Stretch[], phases: readonly Phase[]): readonly Phase[] | Refusal => {
  const wide: Phase[] = [];
  for (const [index, phase] of phases.entries()) {
    const open = stretches[index]?.atoms.find(({ kind }) => kind === "if-tolerated");
    const before = wide[index - 1];
    if (open !== undefined && before === undefined) return refuse("not-understood", open);
    wide.push(
      open === undefined || before === undefined ? phase : { ...phase, each: null, perDay: across(before, phase) },
    );
  }
  return wide;
};

const across = (a: Phase, b: Phase): Phase["perDay"] => ({
  min: least(a.perDay.min, b.perDay.min),
  max: most(a.perDay.max, b.perDay.max),
});

/** The dose that the steps lead to, taken as often as the one before where nothing else is said. */
const targetOf = (behind: readonly Atom[], last: Stretch, read: PhaseRead): PhaseRead | Refusal => {
  const own = behind.filter(({ kind }) => OF_TARGET.has(kind));
  const whens = own.some(isWhen) ? [] : last.atoms.filter(isWhen);
  return readPhase([...own, ...whens], { days: null, oneDay: false, inherited: read.named });
};

/**
 * The stretch in which the dose moves, as a band: reducing, from nothing (or what it leads to) to the dose before;
 * increasing, from the dose before to what it leads to. An increase that leads nowhere is refused: it has no most.
 */
export const readSteps = (step: StepAtom, behind: readonly Atom[], last: Stretch, read: PhaseRead): Phase | Refusal => {
  const odd = behind.find(({ kind }) => !REMARKS.has(kind) && !(step.target && OF_TARGET.has(kind)));
  if (odd !== undefined || (!step.down && !step.target)) return refuse("not-understood", odd ?? step);
  const { phase } = read;
  const target = step.target ? targetOf(behind, last, read) : null;
  if (target !== null && isRefusal(target)) return target;
  const aim = target?.phase.perDay ?? null;
  const perDay = step.down
    ? { min: aim?.min ?? ZERO, max: phase.perDay.max }
    : { min: phase.perDay.min, max: aim?.max ?? phase.perDay.max };
  const turned =
    aim !== null && compare(step.down ? phase.perDay.max : aim.max, step.down ? aim.max : phase.perDay.max) <= 0;
  if (turned) return refuse("contradiction", step);
  return { ...phase, perDay, days: null, each: null };
};
