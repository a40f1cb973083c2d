import type { Directions } from "../../directions/types.ts";
import { readQuantity } from "../read-quantity.ts";
import type { Item } from "../types.ts";
import { countsAs } from "./count-words.ts";
import { runOutDays } from "./run-out.ts";

/**
 * Whole days that the supply of a watched companion lasts, where directions and quantity both count pieces.
 * Null otherwise: its strength and form are not in the dictionary, so nothing else can be compared.
 */
export const companionRunOut = (item: Item, directions: Directions): number | null => {
  if (directions.status === "refused") return null;
  const uses = directions.phases.map(({ days, perDay, unit }) => ({ days, mostADay: perDay.max, unit }));
  const allPieces = uses.every(
    ({ unit }) => unit !== "mg" && unit !== "microgram" && unit !== "drop" && unit !== "ml" && countsAs(unit, "tablet"),
  );
  const quantity = readQuantity(item.quantity, item.quantityUnit, "tablet");
  return allPieces && quantity.status === "understood" ? runOutDays(uses, quantity.value) : null;
};
