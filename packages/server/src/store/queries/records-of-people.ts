import { sql } from "kysely";
import type { IssueTable, Work } from "../schema.ts";
import { stoppedKept, type StoppedKept } from "./issue-columns.ts";
import { itemWritten, readByHand, type ItemWritten, type ReadByHand } from "./item-columns.ts";

export interface PersonKept {
  readonly id: number;
  readonly reference: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
}

export interface IssueKept extends StoppedKept {
  readonly personId: number;
  readonly itemId: number;
  readonly day: string;
  readonly kind: IssueTable["kind"];
  readonly prescriber: string | null;
  readonly file: string;
  readonly row: number;
}

export interface ItemKept extends ItemWritten {
  readonly id: number;
  /** The reading that holds for everyone with the text. */
  readonly byHand: ReadByHand | null;
}

/** A reading that holds for one person's issues of an item, and for nobody else's. */
export interface OwnReading {
  readonly personId: number;
  readonly itemId: number;
  readonly byHand: ReadByHand;
}

/** A row of someone's opioid that was refused as a row. */
export interface RefusedRowKept {
  readonly personId: number;
  readonly file: string;
  readonly row: number;
  readonly day: string | null;
  readonly product: string;
  readonly reason: string;
}

export interface RecordsFound {
  readonly people: readonly PersonKept[];
  /** Of watched medicines, as they count now, in order of person, then day, then as they came. */
  readonly issues: readonly IssueKept[];
  readonly items: readonly ItemKept[];
  readonly ownReadings: readonly OwnReading[];
  readonly refused: readonly RefusedRowKept[];
}

/** Refused rows of opioids of these people, of imports that count, as they came. */
const refusedRowsOf = async (trx: Work, ids: readonly number[]): Promise<readonly RefusedRowKept[]> => {
  const { rows } = await sql<RefusedRowKept>`
    select person_id as "personId", file_name || coalesce('/' || part, '') as file, row_no as row, day, product, reason
    from row_not_used join import on import.id = row_not_used.import_id
    where import.live and person_id = any(${[...ids]}::int[])
    order by import_id, seq`.execute(trx);
  return rows;
};

/** What is on record of these people: themselves, their issues of watched medicines, the items of those, and
 * what was refused. */
export const recordsOfPeople = async (trx: Work, ids: readonly number[]): Promise<RecordsFound> => {
  const people = await sql<PersonKept>`
    select id, reference, birth_year as "birthYear", sex, registered
    from person where id = any(${[...ids]}::int[]) order by id`.execute(trx);
  const issues = await sql<IssueKept>`
    select person_id as "personId", item_id as "itemId", day, kind, prescriber, file_name as file, row_no as row,
      ${stoppedKept}
    from live_issue
    where person_id = any(${[...ids]}::int[])
      and item_id not in (select id from item where class = 'not-watched')
    order by person_id, day, import_id, seq`.execute(trx);
  const itemIds = [...new Set(issues.rows.map(({ itemId }) => itemId))];
  const items = await sql<ItemKept>`
    select item.id, ${itemWritten}, ${readByHand}
    from item
    left join reading_by_hand by_hand on by_hand.practice_id = item.practice_id and by_hand.person_id is null
      and by_hand.reading_key = item.reading_key and by_hand.undone_at is null and not item.each_person
    where item.id = any(${itemIds}::int[])`.execute(trx);
  const own = await sql<OwnReading>`
    select by_hand.person_id as "personId", item.id as "itemId", ${readByHand}
    from reading_by_hand by_hand
    join item on item.practice_id = by_hand.practice_id and item.reading_key = by_hand.reading_key and item.each_person
    where by_hand.person_id = any(${[...ids]}::int[]) and by_hand.undone_at is null
      and item.id = any(${itemIds}::int[])`.execute(trx);
  const refused = await refusedRowsOf(trx, ids);
  return { people: people.rows, issues: issues.rows, items: items.rows, ownReadings: own.rows, refused };
};
