import { toNumber, type Ratio } from "../quantity/ratio.ts";
import type { Directions, DirectionsReason, DoseUnit, PerDay, Phase } from "./types.ts";

interface Band {
  readonly min: number;
  readonly max: number;
}

export interface PresentedPhase {
  readonly perDay: Band;
  readonly unit: DoseUnit;
  readonly days: number | null;
  readonly asNeeded: boolean;
  readonly maxPerDay: number | null;
}

/** Directions as the command line prints them: plain numbers, the first phase on top. */
export interface PresentedDirections {
  readonly text: string;
  readonly status: "understood" | "refused";
  readonly perDay: Band | null;
  readonly unit: DoseUnit | null;
  readonly asNeeded: boolean;
  readonly maxPerDay: number | null;
  readonly phases: readonly PresentedPhase[];
  readonly reason: DirectionsReason | null;
  readonly because: string | null;
}

const band = ({ min, max }: PerDay): Band => ({ min: toNumber(min), max: toNumber(max) });
const orNull = (value: Ratio | null): number | null => (value === null ? null : toNumber(value));

const presentPhase = (phase: Phase): PresentedPhase => ({
  perDay: band(phase.perDay),
  unit: phase.unit,
  days: phase.days,
  asNeeded: phase.asNeeded,
  maxPerDay: orNull(phase.maxPerDay),
});

/**
 * Directions as one flat object of plain numbers (a day, in `unit`), each the nearest double of the exact fraction.
 * A refusal has null in place of every number, with its reason code and the words that caused it.
 */
export const presentDirections = (directions: Directions): PresentedDirections => {
  const { text, status } = directions;
  if (directions.status === "refused") {
    const { reason, because } = directions;
    return { text, status, perDay: null, unit: null, asNeeded: false, maxPerDay: null, phases: [], reason, because };
  }
  const phases = directions.phases.map(presentPhase);
  const [head] = directions.phases;
  const { perDay, unit, asNeeded, maxPerDay } = presentPhase(head);
  return { text, status, perDay, unit, asNeeded, maxPerDay, phases, reason: null, because: null };
};
