import { sql, type RawBuilder } from "kysely";
import type { Work } from "../schema.ts";

export interface ReadingFound {
  readonly id: number;
  readonly key: string;
  readonly product: string;
  readonly directions: string;
  readonly min: number;
  readonly max: number;
  readonly asNeeded: boolean;
  readonly note: string;
  readonly who: string;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly people: number;
  /** Whom alone it is of, by their reference; null where it holds for everyone with the text. */
  readonly person: string | null;
}

export const selectReadings = (condition: RawBuilder<unknown>) => sql<ReadingFound>`
  select id, reading_key as key, product_name as product, directions, min_a_day as min, max_a_day as max,
    as_needed as "asNeeded", note, who, at, undone_at as "undoneAt",
    (select count(distinct person_id) from live_issue
      where item_id in (select item.id from item where item.reading_key = by_hand.reading_key)
        and (by_hand.person_id is null or live_issue.person_id = by_hand.person_id)) as people,
    (select reference from person where person.id = by_hand.person_id) as person
  from reading_by_hand by_hand where ${condition}
  order by id desc`;

/** Every reading by a person, the latest first, those that were undone too. */
export const readingsByHand = async (trx: Work): Promise<readonly ReadingFound[]> =>
  (await selectReadings(sql`true`).execute(trx)).rows;
