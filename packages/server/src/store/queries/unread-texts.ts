import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface UnreadText {
  readonly key: string;
  readonly product: string;
  readonly directions: string;
  readonly reason: string;
  readonly because: string;
  readonly people: number;
  readonly issues: number;
  readonly current: number;
  readonly examplePerson: string | null;
  readonly examplePersonKey: string | null;
  readonly countedIn: string | null;
  /** It says no dose: it is read for one person at a time. */
  readonly eachPerson: boolean;
}

/** Nobody has read the text of `item` for the person of `live_issue`, nor, where it may be, for everyone. */
export const isUnread = sql`not exists (select from reading_by_hand by_hand
  where by_hand.reading_key = item.reading_key and by_hand.undone_at is null
    and coalesce(by_hand.person_id, 0) = case when item.each_person then live_issue.person_id else 0 end)`;

/**
 * Every text of an opioid that neither the engine nor a person has read, once for each product, with whom it is
 * still unread for; those first that are current for most people. Who it is current for, the register has said of each person.
 */
export const unreadTexts = async (trx: Work): Promise<readonly UnreadText[]> => {
  const { rows } = await sql<UnreadText>`
    with unread as materialized (
      select reading_key, min(product_name) as product, min(directions) as directions,
        min(unread_reason) as reason, min(unread_because) as because, min(counted_in) as counted_in,
        bool_or(each_person) as each_person
      from item where unread_reason is not null group by reading_key
    ),
    found as materialized (
      select item.reading_key, count(distinct person_id) as people, count(*) as issues, min(person_id) as example
      from live_issue join item on item.id = live_issue.item_id
      where item_id = any(array(select id from item where unread_reason is not null)) and ${isUnread}
      group by item.reading_key
    ),
    current_now as materialized (
      select text->>'product' as product, text->>'text' as directions,
        count(distinct register_row.person_id) as people, min(register_row.person_id) as example
      from register_row
      join register_build build on build.id = register_row.build_id and build.current
      cross join jsonb_array_elements(register_row.entry->'findings') finding
      cross join jsonb_array_elements(finding->'directions') text
      where register_row.findings @> '{unreadable-directions}' and finding->>'code' = 'unreadable-directions'
      group by 1, 2
    )
    select reading_key as key, unread.product, unread.directions, reason, coalesce(because, '') as because,
      found.people, found.issues, coalesce(current_now.people, 0) as current,
      person.reference as "examplePerson", person.key as "examplePersonKey", counted_in as "countedIn",
      each_person as "eachPerson"
    from unread join found using (reading_key)
    left join current_now on current_now.product = unread.product and current_now.directions = unread.directions
    left join person on person.id = coalesce(current_now.example, found.example)
    order by current desc, found.people desc, found.issues desc, reading_key`.execute(trx);
  return rows;
};
