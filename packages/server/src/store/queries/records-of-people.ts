import { sql } from "kysely";
import type { IssueTable, Work } from "../schema.ts";

export interface PersonKept {
  readonly id: number;
  readonly reference: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
}

export interface IssueKept {
  readonly personId: number;
  readonly itemId: number;
  readonly day: string;
  readonly kind: IssueTable["kind"];
  readonly prescriber: string | null;
  readonly file: string;
  readonly row: number;
}

export interface ItemKept {
  readonly id: number;
  readonly productName: string;
  readonly codes: readonly { readonly system: string | null; readonly code: string }[];
  readonly directions: string;
  readonly dosage: readonly unknown[] | null;
  readonly quantity: string | null;
  readonly quantityUnit: string | null;
  readonly days: number | null;
  readonly byHand: { readonly min: number; readonly max: number; readonly asNeeded: boolean } | null;
}

export interface RecordsFound {
  readonly people: readonly PersonKept[];
  /** Of watched medicines, as they count now, in order of person, then day, then as they came. */
  readonly issues: readonly IssueKept[];
  readonly items: readonly ItemKept[];
}

/** What is on record of these people: themselves, their issues of watched medicines, and the items of those. */
export const recordsOfPeople = async (trx: Work, ids: readonly number[]): Promise<RecordsFound> => {
  const people = await sql<PersonKept>`
    select id, reference, birth_year as "birthYear", sex, registered
    from person where id = any(${[...ids]}::int[]) order by id`.execute(trx);
  const issues = await sql<IssueKept>`
    select person_id as "personId", item_id as "itemId", day, kind, prescriber, file_name as file, row_no as row
    from live_issue
    where person_id = any(${[...ids]}::int[])
      and item_id not in (select id from item where class = 'not-watched')
    order by person_id, day, import_id, seq`.execute(trx);
  const items = await sql<ItemKept>`
    select item.id, item.product_name as "productName", item.codes, item.directions, item.dosage, item.quantity,
      item.quantity_unit as "quantityUnit", item.days,
      case when by_hand.id is not null then jsonb_build_object(
        'min', by_hand.min_a_day, 'max', by_hand.max_a_day, 'asNeeded', by_hand.as_needed) end as "byHand"
    from item
    left join reading_by_hand by_hand on by_hand.practice_id = item.practice_id
      and by_hand.reading_key = item.reading_key and by_hand.undone_at is null
    where item.id = any(${[...new Set(issues.rows.map(({ itemId }) => itemId))]}::int[])`.execute(trx);
  return { people: people.rows, issues: issues.rows, items: items.rows };
};
