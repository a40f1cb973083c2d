import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface UndoneReading {
  readonly key: string;
  /** Whom alone it was of. */
  readonly personId: number | null;
}

/** Marks a reading as undone and says of what it was; null where it was undone before. */
export const undoneReading = async (trx: Work, id: number, who: string | null): Promise<UndoneReading | null> => {
  const { rows } = await sql<UndoneReading>`
    update reading_by_hand set undone_at = clock_timestamp(), undone_by = ${who}
    where id = ${id} and undone_at is null
    returning reading_key as key, person_id as "personId"`.execute(trx);
  return rows[0] ?? null;
};
