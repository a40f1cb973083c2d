import { sql } from "kysely";
import type { IssueTable, Work } from "../schema.ts";
import { stoppedKept, type StoppedKept } from "./issue-columns.ts";
import { itemWritten, readByHand, type ItemWritten, type ReadByHand } from "./item-columns.ts";

export interface IssueFound extends StoppedKept {
  readonly day: string;
  readonly kind: IssueTable["kind"];
  readonly prescriber: string | null;
  readonly file: string;
  readonly row: number;
  readonly itemId: number;
}

export interface ItemOfPerson extends ItemWritten {
  readonly id: number;
  /** The reading that holds for this person. */
  readonly byHand: ReadByHand | null;
}

/** One person's issues as they count now, in the order of the records, and the items that they share. */
export const personIssues = async (
  trx: Work,
  personId: number,
): Promise<{ readonly issues: readonly IssueFound[]; readonly items: readonly ItemOfPerson[] }> => {
  const issues = await sql<IssueFound>`
    select day, kind, prescriber, file_name as file, row_no as row, item_id as "itemId",
      ${stoppedKept}
    from live_issue where person_id = ${personId}
    order by day, import_id, seq`.execute(trx);
  const items = await sql<ItemOfPerson>`
    select item.id, ${itemWritten}, ${readByHand}
    from item
    left join reading_by_hand by_hand on by_hand.reading_key = item.reading_key and by_hand.undone_at is null
      and coalesce(by_hand.person_id, 0) = case when item.each_person then ${personId}::int else 0 end
    where item.id = any(${[...new Set(issues.rows.map(({ itemId }) => itemId))]}::int[])`.execute(trx);
  return { issues: issues.rows, items: items.rows };
};
