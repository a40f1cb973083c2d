import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface RecordsInNumbers {
  readonly people: number;
  /** Keys of texts that the engine did not read, whether or not a person has. */
  readonly unreadKeys: readonly string[];
}

/**
 * What it takes a look at every issue to count. It changes with the records alone, and the register is built anew when
 * they do.
 */
export const recordsInNumbers = async (trx: Work): Promise<RecordsInNumbers> => {
  const { rows } = await sql<RecordsInNumbers>`
    with used as materialized (select distinct person_id, item_id from live_issue)
    select
      (select count(*) from (
        select person_id from used
        union select person_id from row_not_used join import on import.id = import_id
          where import.live and person_id is not null) everyone) as people,
      array(select distinct reading_key from item
        where unread_reason is not null and id in (select item_id from used)) as "unreadKeys"`.execute(trx);
  return rows[0]!;
};
