import type { Work } from "../schema.ts";
import type { SavedFilterFound } from "./saved-filters.ts";

/** A saved filter under a new name; null where one has that name. */
export const newSavedFilter = async (
  trx: Work,
  practiceId: string,
  { name, filter }: Omit<SavedFilterFound, "id">,
): Promise<SavedFilterFound | null> =>
  (await trx
    .insertInto("saved_filter")
    .values({ practice_id: practiceId, name, filter })
    .onConflict((conflict) => conflict.columns(["practice_id", "name"]).doNothing())
    .returning(["id", "name", "filter"])
    .executeTakeFirst()) ?? null;
