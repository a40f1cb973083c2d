import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Everyone whose records, as they count now, have one of these texts of one product. */
export const peopleOfReading = async (trx: Work, readingKeys: readonly string[]): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct live_issue.person_id as id
    from item join live_issue on live_issue.practice_id = item.practice_id and live_issue.item_id = item.id
    where item.reading_key = any(${[...readingKeys]}::text[]) order by id`.execute(trx);
  return rows.map(({ id }) => id);
};
