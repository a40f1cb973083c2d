import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { isUnread } from "./unread-texts.ts";

/**
 * How many of these texts nobody has read; one that is read for one person at a time, until it is read for each. Texts
 * with no reading at all need no look at the records.
 */
export const unreadCount = async (trx: Work, keys: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ readonly unread: number }>`
    select count(*) as unread from unnest(${[...keys]}::text[]) as asked (key)
    where not exists (select from reading_by_hand where reading_key = asked.key and undone_at is null)
      or exists (
        select from item join live_issue on live_issue.item_id = item.id
        where item.reading_key = asked.key and item.each_person and ${isUnread})`.execute(trx);
  return rows[0]!.unread;
};
