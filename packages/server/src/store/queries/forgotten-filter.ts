import type { Work } from "../schema.ts";

/** Forgets a saved filter; says whether there was one. */
export const forgottenFilter = async (trx: Work, id: number): Promise<boolean> =>
  (await trx.deleteFrom("saved_filter").where("id", "=", id).executeTakeFirst()).numDeletedRows > 0n;
