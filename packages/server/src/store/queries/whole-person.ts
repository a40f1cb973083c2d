import { sql, type RawBuilder } from "kysely";
import type { Work } from "../schema.ts";

type Lines = readonly string[];

const THEIRS = ["person_detail", "row_not_used", "referral", "basket", "share", "access_reason"] as const;

/** Everything that is kept of one person, table by table, each row as JSON text; the log's entries about them too. */
export const wholePerson = async (
  trx: Work,
  personId: number,
  { withDoses }: { readonly withDoses: boolean },
): Promise<Readonly<Record<string, Lines>>> => {
  const lines = async (from: RawBuilder<unknown>): Promise<Lines> => {
    const { rows } = await sql<{ line: string }>`
      select (to_jsonb(one) - 'practice_id')::text as line from (${from}) one`.execute(trx);
    return rows.map(({ line }) => line);
  };
  const all: Record<string, Lines> = {
    person: await lines(sql`select * from person where id = ${personId}`),
    issue: await lines(sql`
      select issue.*, import.file_name, import.live as counts, item.product_name, item.codes, item.directions, item.dosage,
        item.quantity, item.quantity_unit, item.days
      from issue join import on import.id = issue.import_id join item on item.id = issue.item_id
      where person_id = ${personId} order by day, import_id, seq`),
    reading_by_hand: await lines(sql`
      select * from reading_by_hand where person_id = ${personId} or person_id is null and reading_key in (
        select reading_key from item where id in (select item_id from issue where person_id = ${personId}))`),
    audit_log: await lines(sql`
      select * from audit_log where people @> array[${personId}::int] or everybody order by number`),
  };
  for (const table of THEIRS)
    all[table] = await lines(sql`select * from ${sql.table(table)} where person_id = ${personId}`);
  if (withDoses)
    all["register_row"] = await lines(sql`
      select register_row.* from register_row join register_build build on build.id = register_row.build_id
      where build.current and person_id = ${personId}`);
  return all;
};
