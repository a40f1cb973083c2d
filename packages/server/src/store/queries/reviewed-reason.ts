import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Marks a reason as reviewed, where nobody has before; whose it was, or null where there is no such reason. */
export const reviewedReason = async (trx: Work, id: number, by: string | null): Promise<number | null> => {
  const { rows } = await sql<{ readonly personId: number }>`
    update access_reason set reviewed_by = case when reviewed_at is null then ${by}::uuid else reviewed_by end,
      reviewed_at = coalesce(reviewed_at, clock_timestamp())
    where id = ${id} returning person_id as "personId"`.execute(trx);
  return rows[0]?.personId ?? null;
};
