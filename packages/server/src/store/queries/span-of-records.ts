import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** First and last day of the records as they count now; null where there are none. */
export const spanOfRecords = async (trx: Work): Promise<{ from: string; to: string } | null> => {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select min(day) as "from", max(day) as "to" from live_issue`.execute(trx);
  const { from, to } = rows[0]!;
  return from === null || to === null ? null : { from, to };
};
