import type { Work } from "../schema.ts";

/** Whom a standing share with the account that asks is of; null where it has none with this number. */
export const personOfShare = async (trx: Work, id: number): Promise<number | null> =>
  (
    await trx
      .selectFrom("share")
      .where("id", "=", id)
      .where("undone_at", "is", null)
      .select("person_id")
      .executeTakeFirst()
  )?.person_id ?? null;
