import type { Work } from "../schema.ts";

export interface SavedFilterFound {
  readonly id: number;
  readonly name: string;
  readonly filter: string;
}

/** The practice's saved filters, by name. */
export const savedFilters = (trx: Work): Promise<readonly SavedFilterFound[]> =>
  trx.selectFrom("saved_filter").select(["id", "name", "filter"]).orderBy("name").execute();
