import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Characters that a word of a row may have beside letters and digits are escaped; nothing else is special. */
const escaped = (reference: string): string => reference.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Takes everything of these people out of the records, in the transaction at hand. Each of their rows stays as one that
 * was set aside, without a word of what it said, so that every import's rows still add up; entries of the log stay.
 */
export const takeOutPeople = async (
  trx: Work,
  people: readonly { readonly id: number; readonly reference: string }[],
): Promise<void> => {
  const ids = sql`${people.map(({ id }) => id)}::int[]`;
  await sql`
    update import set used = used - gone.rows, set_aside = set_aside + gone.rows
    from (select import_id, count(*)::int as rows from issue where person_id = any(${ids}) group by import_id) gone
    where import.id = gone.import_id`.execute(trx);
  await sql`
    insert into row_not_used (practice_id, import_id, seq, row_no, outcome, reason, found, raw, part)
    select practice_id, import_id, seq, row_no, 'set-aside', 'removed', '', '', part
    from issue where person_id = any(${ids})`.execute(trx);
  const { rows: items } = await sql<{ id: number; key: string }>`
    select id, reading_key as key from item
    where id in (select item_id from issue where person_id = any(${ids}))`.execute(trx);
  await sql`delete from issue where person_id = any(${ids})`.execute(trx);
  const words = people.map(({ reference }) => `(^|[^[:alnum:]])${escaped(reference)}($|[^[:alnum:]])`);
  await sql`
    update row_not_used set raw = '', found = '', person_id = null, day = null, product = null
    where person_id = any(${ids}) or (person_id is null and raw ~ any(${words}::text[]))`.execute(trx);
  for (const table of ["basket", "referral", "access_reason", "share", "register_row", "person_detail"] as const)
    await sql`delete from ${sql.table(table)} where person_id = any(${ids})`.execute(trx);
  await sql`delete from reading_by_hand where person_id = any(${ids})`.execute(trx);
  const itemIds = sql`${items.map(({ id }) => id)}::int[]`;
  await sql`delete from item where id = any(${itemIds})
    and not exists (select from issue where issue.item_id = item.id)`.execute(trx);
  await sql`delete from reading_by_hand by_hand where reading_key = any(${items.map(({ key }) => key)}::text[])
    and not exists (select from item where item.reading_key = by_hand.reading_key)`.execute(trx);
  await sql`update account set disabled_at = coalesce(disabled_at, clock_timestamp()), person_id = null
    where person_id = any(${ids})`.execute(trx);
  await sql`delete from person where id = any(${ids})`.execute(trx);
};
