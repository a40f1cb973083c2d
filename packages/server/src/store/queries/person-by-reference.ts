import type { Work } from "../schema.ts";

/** The number and the key of the person with this reference; null where nobody in the records has it. */
export const personByReference = async (
  trx: Work,
  reference: string,
): Promise<{ readonly id: number; readonly key: string } | null> =>
  (await trx.selectFrom("person").where("reference", "=", reference).select(["id", "key"]).executeTakeFirst()) ?? null;
