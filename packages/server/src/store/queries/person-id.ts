import type { Work } from "../schema.ts";

/** The number of the person with this key; null where nobody in the records has it. */
export const personId = async (trx: Work, key: string): Promise<number | null> =>
  (await trx.selectFrom("person").where("key", "=", key).select("id").executeTakeFirst())?.id ?? null;
