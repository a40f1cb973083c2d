import type { Atom } from "./phrases/atoms.ts";
import { scan } from "./phrases/scan.ts";
import { settleAmounts, type Settled } from "./grammar/amounts.ts";
import { countBehind } from "./grammar/count-behind.ts";
import { isWhen } from "./grammar/clauses.ts";
import { cutShort } from "./grammar/cut-short.ts";
import { misplaced, strengthAlone } from "./grammar/misplaced.ts";
import { disagreeing, twoStrengths } from "./grammar/agreeing.ts";
import { countsAnew, inOneUnit } from "./grammar/one-unit.ts";
import { readPhase, type PhaseRead } from "./grammar/phase.ts";
import { readStretches, type Stretch } from "./grammar/phases.ts";
import { isRefusal, refuse, type Refusal } from "./grammar/refusal.ts";
import { atSteps, ifTolerated, readSteps, untilFirstStep, type StepAtom } from "./grammar/tapering.ts";
import { normalise } from "./text/normalise.ts";
import { tokenise, type Token } from "./text/tokens.ts";
import type { Directions, DoseUnit, Phase, StatedAmount } from "./types.ts";

/** Directions are a line or two; a longer text is a letter. */
const LONGEST = 1000;

const has = (atoms: readonly Atom[], kind: Atom["kind"]): boolean => atoms.some((atom) => atom.kind === kind);

/** A text with nothing to read says so by name. */
const withoutDose = (atoms: readonly Atom[]): Refusal | null => {
  if (has(atoms, "amount") || has(atoms, "change") || atoms.some(isWhen)) return null;
  if (has(atoms, "as-directed"))
    return refuse(
      "as-directed",
      atoms.find((atom) => atom.kind === "as-directed"),
    );
  const bad = atoms.find((atom) => atom.kind === "bad");
  if (has(atoms, "need") || has(atoms, "cap")) return bad ?? refuse("no-amount", atoms[0]);
  return refuse("not-a-dose", bad);
};

const readAll = (stretches: readonly Stretch[]): readonly PhaseRead[] | Refusal => {
  const reads: PhaseRead[] = [];
  let inherited: DoseUnit | null = null;
  for (const { atoms, days, oneDay } of stretches) {
    const read = readPhase(atoms, { days, oneDay, inherited });
    if (isRefusal(read)) return read;
    if (read.named === null && countsAnew(reads.at(-1)?.phase, read.phase)) return refuse("two-readings", atoms[0]);
    inherited = read.named ?? inherited;
    reads.push(read);
  }
  return reads;
};

/** The stretch of the steps that end the directions; null where there are none. */
const moving = (
  step: StepAtom | null,
  behind: readonly Atom[],
  stretches: readonly Stretch[],
  reads: readonly PhaseRead[],
): Phase | Refusal | null => {
  const [last, read] = [stretches.at(-1), reads.at(-1)];
  return step === null || last === undefined || read === undefined ? null : readSteps(step, behind, last, read);
};

type Reading = { readonly phases: readonly Phase[]; readonly stated: readonly StatedAmount[] } | Refusal;

const readAtoms = (plain: string, tokens: readonly Token[], atoms: readonly Atom[]): Reading => {
  const cut = cutShort(plain, tokens, atoms);
  const empty = withoutDose(atoms);
  if (empty !== null && (cut === null || empty.reason === "as-directed")) return empty;
  if (cut !== null) return refuse("cut-short", cut);
  const bad = atoms.find((atom) => atom.kind === "bad") ?? misplaced(atoms);
  if (bad?.kind === "bad") return refuse(bad.reason, bad);
  const counted = countBehind(settleAmounts(atoms));
  if (isRefusal(counted)) return counted;
  const settled = counted as Settled;
  const strength = strengthAlone(settled.atoms);
  if (strength !== undefined) return refuse(strength.reason, strength);
  const { before, step, behind } = atSteps(settled.atoms);
  const found = readStretches(before);
  if (isRefusal(found)) return found;
  const stretches = step === null ? found : untilFirstStep(found as readonly Stretch[], step);
  if (isRefusal(stretches)) return stretches;
  const reads = readAll(stretches as readonly Stretch[]);
  if (isRefusal(reads)) {
    const elsewhere = atoms.find((atom) => atom.kind === "as-directed");
    const open = reads.reason === "no-amount" || reads.reason === "no-frequency";
    return open && elsewhere !== undefined ? refuse("as-directed", elsewhere) : reads;
  }
  const list = reads as readonly PhaseRead[];
  const steps = moving(step, behind, stretches as readonly Stretch[], list);
  if (steps !== null && isRefusal(steps)) return steps;
  const wide = ifTolerated(
    stretches as readonly Stretch[],
    list.map(({ phase }) => phase),
  );
  if (isRefusal(wide)) return wide;
  const phases = inOneUnit([...(wide as readonly Phase[]), ...(steps === null ? [] : [steps as Phase])]);
  if (phases === null)
    return refuse(
      "two-readings",
      atoms.findLast((atom) => atom.kind === "amount"),
    );
  const stated = [...settled.stated, ...list.flatMap((read) => read.stated)];
  if (twoStrengths(stated))
    return refuse(
      "two-readings",
      atoms.findLast((atom) => atom.kind === "amount"),
    );
  return disagreeing(phases, stated)
    ? refuse(
        "contradiction",
        atoms.findLast((atom) => atom.kind === "stated" || atom.kind === "amount"),
      )
    : { phases, stated };
};

/** The part of the text that a refusal points at, as the prescriber wrote it where it can be found. */
const because = (text: string, plain: string, tokens: readonly Token[], { from, to }: Refusal): string => {
  const start = tokens[from]?.at ?? 0;
  const end = tokens[Math.min(to, tokens.length) - 1]?.end ?? plain.length;
  const part = plain.slice(start, Math.max(end, start));
  const found = text.toLowerCase().indexOf(part);
  return found < 0 ? part : text.slice(found, found + part.length);
};

/**
 * What free-text directions say: least and most a day, in which unit, as needed or not, phase by phase.
 * Refuses, with a reason code and the part of the text that caused it, whatever has no amount, no frequency, two readings,
 * an end that is missing, or a word left over that could change the dose. Never throws.
 * @example readDirections("1-2 every 4-6 hours prn max 8 in 24 hours") // 0 to 8 a day, as needed
 */
export const readDirections = (text: string): Directions => {
  if (text.trim() === "") return { status: "refused", text, reason: "empty", because: "" };
  if (text.length > LONGEST)
    return { status: "refused", text, reason: "not-understood", because: `${text.slice(0, 80)}…` };
  const plain = normalise(text);
  const tokens = tokenise(plain);
  if (tokens.length === 0) return { status: "refused", text, reason: "not-a-dose", because: text.trim() };
  const reading = readAtoms(plain, tokens, scan(tokens));
  if (isRefusal(reading))
    return { status: "refused", text, reason: reading.reason, because: because(text, plain, tokens, reading) };
  const { phases, stated } = reading as Exclude<Reading, Refusal>;
  const [head, ...rest] = phases;
  if (head === undefined) return { status: "refused", text, reason: "not-a-dose", because: text.trim() };
  return { status: "understood", text, phases: [head, ...rest], stated };
};
