import {
  createItemReader,
  identify,
  readDirections,
  readFhirDosage,
  type FactorTableId,
  type Item,
  type ItemReading,
} from "@concord/core";
import type { ItemFound } from "../store/queries/person-issues.ts";

export const itemReaderByHand = (table: FactorTableId) => {
  const read = createItemReader({ table, identify, readDirections, readFhirDosage });
  return (item: Item, _byHand: ItemFound["byHand"]): ItemReading => read(item);
};
