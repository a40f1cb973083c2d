import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** The number of the person with this reference, where their records have the text; null else. */
export const personWithText = async (trx: Work, key: string, reference: string): Promise<number | null> => {
  const { rows } = await sql<{ readonly id: number }>`
    select person.id from person
    where person.reference = ${reference} and exists (
      select from live_issue join item on item.id = live_issue.item_id
      where live_issue.person_id = person.id and item.reading_key = ${key})`.execute(trx);
  return rows[0]?.id ?? null;
};
