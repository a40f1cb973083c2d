import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { stoppedKept } from "./issue-columns.ts";
import { itemWritten, readByHand } from "./item-columns.ts";
import type { IssueFound, ItemOfPerson } from "./person-issues.ts";

export interface CaseRecords {
  readonly ageBand: string;
  readonly sex: string | null;
  readonly issues: readonly Pick<IssueFound, "day" | "kind" | "itemId" | "stopped" | "stoppedUntold">[];
  readonly items: readonly ItemOfPerson[];
  /** Refused rows of their opioids: nothing of what stands in them. */
  readonly refused: readonly { readonly day: string | null; readonly reason: string }[];
}

/** What the role without names may see of a person: issues of watched medicines that count now, in the order of the records. */
export const caseRecords = async (trx: Work, personId: number): Promise<CaseRecords | null> => {
  const known = await sql<Pick<CaseRecords, "ageBand" | "sex">>`
    select age_band as "ageBand", sex from case_person where id = ${personId}`.execute(trx);
  if (known.rows[0] === undefined) return null;
  const issues = await sql<CaseRecords["issues"][number]>`
    select issue.day, issue.kind, issue.item_id as "itemId", ${stoppedKept}
    from issue
    join import on import.practice_id = issue.practice_id and import.id = issue.import_id and import.live
    join item on item.practice_id = issue.practice_id and item.id = issue.item_id and item.class <> 'not-watched'
    where issue.person_id = ${personId}
    order by issue.day, issue.import_id, issue.seq`.execute(trx);
  const items = await sql<ItemOfPerson>`
    select item.id, ${itemWritten}, ${readByHand}
    from item
    left join reading_by_hand by_hand on by_hand.practice_id = item.practice_id
      and by_hand.reading_key = item.reading_key and by_hand.undone_at is null
      and coalesce(by_hand.person_id, 0) = case when item.each_person then ${personId}::int else 0 end
    where item.id = any(${[...new Set(issues.rows.map(({ itemId }) => itemId))]}::int[])`.execute(trx);
  const refused = await sql<CaseRecords["refused"][number]>`
    select day, reason from row_not_used
    join import on import.practice_id = row_not_used.practice_id and import.id = import_id and import.live
    where person_id = ${personId} order by import_id, seq`.execute(trx);
  return { ...known.rows[0], issues: issues.rows, items: items.rows, refused: refused.rows };
};
