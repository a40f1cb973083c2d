import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** How many of these texts nobody has read. */
export const unreadCount = async (trx: Work, keys: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ readonly unread: number }>`
    select count(*) as unread from unnest(${[...keys]}::text[]) as asked (key)
    where not exists (select from reading_by_hand where reading_key = asked.key and undone_at is null)`.execute(trx);
  return rows[0]!.unread;
};
