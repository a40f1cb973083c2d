import { convertSupply } from "../../equivalence/convert.ts";
import type { FactorTable } from "../../equivalence/types.ts";
import type { Band } from "../../equivalence/wording.ts";
import type { Medicine } from "../../medicines/types.ts";
import { least, most } from "../../quantity/ratio.ts";
import type { Computed, Nanograms } from "../types.ts";
import type { Quantity } from "../read-quantity.ts";
import { nanograms } from "./nanograms.ts";
import type { DirectedAmounts } from "./read-directed.ts";

/** mg of the substance a day over all phases; null where that is not known. */
const dailyMg = (amounts: DirectedAmounts): Band | null => {
  if (amounts.status === "refused") return null;
  let band: Band | null = null;
  for (const { mgPerDay } of amounts.phases) {
    if (mgPerDay === null) return null;
    band = band === null ? mgPerDay : { min: least(band.min, mgPerDay.min), max: most(band.max, mgPerDay.max) };
  }
  return band;
};

/**
 * Oral morphine equivalent of the whole quantity, ng, with its working.
 * Refuses a quantity that was not understood and what the table has no factor for.
 */
export const readSupplied = (
  table: FactorTable,
  medicine: Medicine,
  quantity: Quantity,
  amounts: DirectedAmounts,
): Computed<Nanograms> => {
  if (quantity.status === "refused") return { status: "refused", problem: quantity.problem, steps: [] };
  const converted = convertSupply(table, medicine, quantity.value, dailyMg(amounts));
  if (converted.status === "refused") return converted;
  return { status: "computed", value: nanograms(converted.ome.max), steps: converted.steps };
};
