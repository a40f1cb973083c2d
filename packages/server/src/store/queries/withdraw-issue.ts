import { sql } from "kysely";
import type { Work } from "../schema.ts";
import type { RowsOf } from "./keep-issues.ts";

export interface IssueToWithdraw {
  readonly personId: number;
  readonly itemId: number;
  readonly day: string;
}

/**
 * One issue of an import is entered in error after all, as a later copy of it says: it is set aside, with its row as it
 * stood. Of several that are alike, the first.
 */
export const withdrawIssue = async (
  trx: Work,
  { practiceId, importId }: RowsOf,
  { personId, itemId, day }: IssueToWithdraw,
): Promise<void> => {
  await sql`
    with gone as (
      delete from issue where practice_id = ${practiceId} and import_id = ${importId} and seq = (
        select seq from issue
        where import_id = ${importId} and person_id = ${personId} and item_id = ${itemId} and day = ${day}::date
        order by seq limit 1)
      returning *
    ),
    aside as (
      insert into row_not_used (practice_id, import_id, seq, row_no, outcome, reason, found, raw, part)
      select practice_id, import_id, seq, row_no, 'set-aside', 'entered-in-error', 'a later copy of it says so', raw, part
      from gone
      on conflict do nothing returning seq
    )
    update import set used = used - 1, set_aside = set_aside + 1
    where id = ${importId} and exists (select from aside)`.execute(trx);
};
