import {
  createItemReader,
  identify,
  readDirections,
  readFhirDosage,
  type FactorTableId,
  type ItemReader,
} from "@concord/core";

/**
 * Products, texts and doses remembered: whoever reads records keeps the items themselves, so that each is asked for
 * seldom, and what is remembered here is most of what a long file takes in memory.
 */
const REMEMBERED = 8000;

/** What an item means under a table, by the dictionary and the directions of the core. */
export const itemReader = (table: FactorTableId): ItemReader =>
  createItemReader({ table, identify, readDirections, readFhirDosage, remembered: REMEMBERED });
