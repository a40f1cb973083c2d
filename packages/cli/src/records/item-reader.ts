import {
  createItemReader,
  identify,
  readDirections,
  readFhirDosage,
  type FactorTableId,
  type ItemReader,
} from "@concord/core";

/** What an item means under a table, by the dictionary and the directions of the core. */
export const itemReader = (table: FactorTableId): ItemReader =>
  createItemReader({ table, identify, readDirections, readFhirDosage });
