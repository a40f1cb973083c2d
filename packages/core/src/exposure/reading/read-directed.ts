import type { Directions, Phase, Understood } from "../../directions/types.ts";
import type { FactorTable, Step } from "../../equivalence/types.ts";
import type { Medicine } from "../../medicines/types.ts";
import type { Computed, DirectedPhase, DoseProblem, ItemReading } from "../types.ts";
import { applyMostADay } from "./apply-most-a-day.ts";
import { nanograms } from "./nanograms.ts";
import { type PhaseAmount, phaseAmount, phaseDose } from "./read-phase.ts";
import { checkStatedAmounts } from "./stated-amounts.ts";

/** The phases of the directions as amounts of the product, in the order of the phases. */
export type DirectedAmounts =
  | { readonly status: "fits"; readonly phases: readonly (PhaseAmount & { readonly days: number | null })[] }
  | { readonly status: "refused"; readonly problem: DoseProblem };

/**
 * What understood directions mean for one product: an amount for each phase.
 * Refuses what was not understood, what does not fit the product, and strengths or totals in the text that contradict it.
 */
export const directedAmounts = (medicine: Medicine, directions: Directions): DirectedAmounts => {
  if (directions.status === "refused") {
    const detail = directions.because === "" ? directions.reason : `${directions.reason}: "${directions.because}"`;
    return { status: "refused", problem: { code: "directions-refused", detail } };
  }
  const phases: (PhaseAmount & { days: number | null })[] = [];
  const capped = applyMostADay(medicine, directions);
  if (capped.status === "refused") return capped;
  for (const phase of capped.phases) {
    const amount = phaseAmount(medicine, phase);
    if (amount.status === "refused") return amount;
    phases.push({ ...amount, days: phase.days });
  }
  const problem = checkStatedAmounts(medicine, capped.phases, directions.stated);
  return problem === null ? { status: "fits", phases } : { status: "refused", problem };
};

/** The first interval of a patch that contradicts its wear time. */
export const wearConflictOf = (amounts: DirectedAmounts): ItemReading["wearConflict"] =>
  amounts.status === "refused"
    ? null
    : (amounts.phases.find((phase) => phase.wearConflict !== null)?.wearConflict ?? null);

const asWritten = (directions: Understood): Step => ({ say: `"${directions.text.trim()}"`, source: "the directions" });

const phaseHeading = (phases: readonly Pick<Phase, "days">[], at: number): readonly Step[] => {
  if (phases.length === 1) return [];
  const days = phases[at]?.days ?? null;
  const length = days === null ? "" : ` for ${days} ${days === 1 ? "day" : "days"}`;
  return [{ say: `${at === 0 ? "first" : "then"}${length}:`, source: "the directions" }];
};

type Directed = Computed<readonly [DirectedPhase, ...DirectedPhase[]]>;

/**
 * The directed dose of one product, ng OME a day for each phase, with its working.
 * Refuses what `directedAmounts` refuses, what the table has no factor for, and doses beyond what any record means.
 */
export const readDirected = (
  table: FactorTable,
  medicine: Medicine,
  directions: Directions,
  amounts: DirectedAmounts,
): Directed => {
  const steps: Step[] = directions.status === "understood" ? [asWritten(directions)] : [];
  if (amounts.status === "refused") return { status: "refused", problem: amounts.problem, steps };
  const value: DirectedPhase[] = [];
  for (const [at, phase] of amounts.phases.entries()) {
    const dose = phaseDose(table, medicine, phase);
    steps.push(...phaseHeading(amounts.phases, at), ...dose.steps);
    if (dose.status === "refused") return { status: "refused", problem: dose.problem, steps };
    value.push({ days: phase.days, min: nanograms(dose.ome.min), max: nanograms(dose.ome.max) });
  }
  const [first, ...rest] = value;
  if (first !== undefined) return { status: "computed", value: [first, ...rest], steps };
  return { status: "refused", problem: { code: "directions-refused", detail: "no-amount" }, steps };
};
