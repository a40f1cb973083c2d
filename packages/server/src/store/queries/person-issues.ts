import { sql } from "kysely";
import type { IssueTable, Work } from "../schema.ts";
import type { ItemKept } from "./records-of-people.ts";

export interface IssueFound {
  readonly day: string;
  readonly kind: IssueTable["kind"];
  readonly prescriber: string | null;
  readonly file: string;
  readonly row: number;
  readonly itemId: number;
}

/** One person's issues as they count now, in the order of the records, and the items that they share. */
export const personIssues = async (
  trx: Work,
  personId: number,
): Promise<{ readonly issues: readonly IssueFound[]; readonly items: readonly ItemKept[] }> => {
  const issues = await sql<IssueFound>`
    select day, kind, prescriber, file_name as file, row_no as row, item_id as "itemId"
    from live_issue where person_id = ${personId}
    order by day, import_id, seq`.execute(trx);
  const items = await sql<ItemKept>`
    select item.id, item.product_name as "productName", item.codes, item.directions, item.dosage, item.quantity,
      item.quantity_unit as "quantityUnit", item.days,
      case when by_hand.id is not null then jsonb_build_object(
        'min', by_hand.min_a_day, 'max', by_hand.max_a_day, 'asNeeded', by_hand.as_needed) end as "byHand"
    from item
    left join reading_by_hand by_hand on by_hand.reading_key = item.reading_key and by_hand.undone_at is null
    where item.id = any(${[...new Set(issues.rows.map(({ itemId }) => itemId))]}::int[])`.execute(trx);
  return { issues: issues.rows, items: items.rows };
};
