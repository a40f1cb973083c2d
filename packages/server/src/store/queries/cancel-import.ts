import { sql } from "kysely";
import type { ImportState, Work } from "../schema.ts";

/** Calls an import off and takes out what it had written; its file is kept. Says what it was before. */
export const cancelImport = async (trx: Work, id: number): Promise<ImportState | null> => {
  const { rows } = await sql<{ state: ImportState }>`select state from import where id = ${id} for update`.execute(trx);
  const state = rows[0]?.state ?? null;
  if (state !== "queued" && state !== "reading") return state;
  await sql`update import set state = 'cancelled', finished_at = clock_timestamp(), last_row = 0, rows_read = 0, used = 0,
    set_aside = 0, refused = 0 where id = ${id}`.execute(trx);
  const people = await sql<{ id: number }>`
    select person_id as id from issue where import_id = ${id}
    union select person_id from row_not_used where import_id = ${id} and person_id is not null
    union select person_id from person_detail where import_id = ${id}`.execute(trx);
  await sql`delete from person_detail where import_id = ${id}`.execute(trx);
  await sql`delete from row_not_used where import_id = ${id}`.execute(trx);
  await sql`delete from issue where import_id = ${id}`.execute(trx);
  await sql`
    delete from person where id = any(${people.rows.map((row) => row.id)}::int[])
      and not exists (select from issue where issue.person_id = person.id)
      and not exists (select from row_not_used where row_not_used.person_id = person.id)
      and not exists (select from person_detail where person_detail.person_id = person.id)
      and not exists (select from reading_by_hand where reading_by_hand.person_id = person.id)
      and not exists (select from register_row where register_row.person_id = person.id)
      and not exists (select from referral where referral.person_id = person.id)
      and not exists (select from basket where basket.person_id = person.id)`.execute(trx);
  return state;
};
