import type { Work } from "../schema.ts";

/** The number of the person with this reference; null where nobody in the records has it. */
export const personId = async (trx: Work, reference: string): Promise<number | null> =>
  (await trx.selectFrom("person").where("reference", "=", reference).select("id").executeTakeFirst())?.id ?? null;
