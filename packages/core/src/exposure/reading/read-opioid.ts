import type { Directions } from "../../directions/types.ts";
import type { FactorTable, Step } from "../../equivalence/types.ts";
import type { Medicine } from "../../medicines/types.ts";
import { type Quantity, readQuantity } from "../read-quantity.ts";
import type { Computed, Item, ItemReading } from "../types.ts";
import { type DirectedAmounts, directedAmounts, readDirected, wearConflictOf } from "./read-directed.ts";
import { readSupplied } from "./read-supplied.ts";
import { runOutDays } from "./run-out.ts";

export type DoseReading = Pick<ItemReading, "directed" | "supplied" | "runOutDays" | "wearConflict">;

const MAINTENANCE = {
  code: "product-refused",
  detail: "maintenance-treatment: shown, never summed (BNF 4.10)",
} as const;

/** Maintenance treatment keeps the steps that say what is taken, without any conversion. */
const asMaintenance = (computed: Computed<unknown>): Computed<never> => ({
  status: "refused",
  problem: MAINTENANCE,
  steps: computed.steps.filter((step) => !step.say.includes("OME")),
});

const runOutOf = (amounts: DirectedAmounts, quantity: Quantity): number | null =>
  amounts.status === "refused" || quantity.status === "refused" ? null : runOutDays(amounts.phases, quantity.value);

const identified = (item: Item, medicine: Medicine): Step => ({
  say: `"${item.product.name}" is ${medicine.name}`,
  source: medicine.source,
});

const withFirst = <T>(first: Step, computed: Computed<T>): Computed<T> => ({
  ...computed,
  steps: [first, ...computed.steps],
});

const readExactly = (table: FactorTable, item: Item, medicine: Medicine, directions: Directions): DoseReading => {
  const amounts = directedAmounts(medicine, directions);
  const quantity = readQuantity(item.quantity, item.quantityUnit, medicine.countedIn);
  const first = identified(item, medicine);
  const directed = withFirst(first, readDirected(table, medicine, directions, amounts));
  const supplied = withFirst(first, readSupplied(table, medicine, quantity, amounts));
  const isMaintenance = medicine.use === "maintenance";
  return {
    directed: isMaintenance ? asMaintenance(directed) : directed,
    supplied: isMaintenance ? asMaintenance(supplied) : supplied,
    runOutDays: runOutOf(amounts, quantity),
    wearConflict: wearConflictOf(amounts),
  };
};

/** Numbers beyond what exact arithmetic holds are no dose that anyone takes. */
const TOO_LARGE: Computed<never> = {
  status: "refused",
  problem: { code: "implausible", detail: "the numbers are too large to be worked out exactly" },
  steps: [],
};

/**
 * The doses of an item whose product is certain: as directed (ng OME a day, by phase), as supplied (ng OME of the
 * whole quantity), and until when the quantity lasts.
 */
export const readOpioid = (table: FactorTable, item: Item, medicine: Medicine, directions: Directions): DoseReading => {
  try {
    return readExactly(table, item, medicine, directions);
  } catch (error) {
    // Exact arithmetic refuses what it cannot hold with a RangeError: one absurd record must not stop the others.
    if (!(error instanceof RangeError)) throw error;
    return { directed: TOO_LARGE, supplied: TOO_LARGE, runOutDays: null, wearConflict: null };
  }
};
