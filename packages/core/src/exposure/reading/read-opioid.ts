import type { Directions } from "../../directions/types.ts";
import type { FactorTable, Step } from "../../equivalence/types.ts";
import type { Medicine } from "../../medicines/types.ts";
import type { Quantity } from "../read-quantity.ts";
import type { Computed, DirectedPhase, ItemReading, Nanograms } from "../types.ts";
import { type DirectedAmounts, directedAmounts, readDirected, wearConflictOf } from "./read-directed.ts";
import { readSupplied } from "./read-supplied.ts";
import { runOutDays } from "./run-out.ts";

export type DoseReading = Pick<ItemReading, "directed" | "supplied" | "runOutDays" | "wearConflict">;

/** An opioid product as a record names it. */
export interface NamedMedicine {
  readonly name: string;
  readonly medicine: Medicine;
}

/** What one product with one text of directions means, whatever its quantity. */
export interface DirectedReading {
  readonly amounts: DirectedAmounts;
  readonly directed: ItemReading["directed"];
  readonly wearConflict: ItemReading["wearConflict"];
}

const MAINTENANCE = {
  code: "maintenance-treatment",
  detail: "shown, never summed (BNF 4.10)",
} as const;

const TOO_LARGE = { code: "implausible", detail: "the numbers are too large to be worked out exactly" } as const;

/** Maintenance treatment keeps the steps that say what is taken, without any conversion. */
const asMaintenance = ({ steps }: Computed<unknown>): Computed<never> => ({
  status: "refused",
  problem: MAINTENANCE,
  steps: steps.filter((step) => !step.say.includes("OME")),
});

/** What was worked out, opened by what the product is. */
const opened = <T>({ name, medicine }: NamedMedicine, computed: Computed<T>): Computed<T> => {
  const first: Step = { say: `"${name}" is ${medicine.name}`, source: medicine.source };
  const whole = { ...computed, steps: [first, ...computed.steps] };
  return medicine.use === "maintenance" ? asMaintenance(whole) : whole;
};

/** Exact arithmetic refuses what it cannot hold with a RangeError: one absurd record must not stop the others. */
const exactlyOr = <T>(tooLarge: T, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return tooLarge;
    throw error;
  }
};

const REFUSED: Computed<never> = { status: "refused", problem: TOO_LARGE, steps: [] };
const UNDIRECTED: DirectedReading = {
  amounts: { status: "refused", problem: TOO_LARGE },
  directed: REFUSED,
  wearConflict: null,
};

/** The directed dose of an opioid, ng OME a day by phase. */
export const readOpioidDirected = (table: FactorTable, named: NamedMedicine, directions: Directions): DirectedReading =>
  exactlyOr(UNDIRECTED, () => {
    const amounts = directedAmounts(named.medicine, directions);
    const directed = readDirected(table, named.medicine, directions, amounts);
    return {
      amounts,
      directed: opened<readonly [DirectedPhase, ...DirectedPhase[]]>(named, directed),
      wearConflict: wearConflictOf(amounts),
    };
  });

/** The OME of a whole quantity of an opioid, ng. */
export const readOpioidSupplied = (
  table: FactorTable,
  named: NamedMedicine,
  quantity: Quantity,
  amounts: DirectedAmounts,
): Computed<Nanograms> =>
  exactlyOr<Computed<Nanograms>>(REFUSED, () => opened(named, readSupplied(table, named.medicine, quantity, amounts)));

/** Whole days until the quantity is used up at the most a day; null where either is unknown. */
export const runOutOf = (amounts: DirectedAmounts, quantity: Quantity): number | null =>
  amounts.status === "refused" || quantity.status === "refused"
    ? null
    : exactlyOr<number | null>(null, () => runOutDays(amounts.phases, quantity.value));
