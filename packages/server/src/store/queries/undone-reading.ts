import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Marks a reading as undone; the key of its text where it held until now, null where it was undone before. */
export const undoneReading = async (trx: Work, id: number, who: string | null): Promise<string | null> => {
  const { rows } = await sql<{ readonly key: string }>`
    update reading_by_hand set undone_at = clock_timestamp(), undone_by = ${who}
    where id = ${id} and undone_at is null
    returning reading_key as key`.execute(trx);
  return rows[0]?.key ?? null;
};
