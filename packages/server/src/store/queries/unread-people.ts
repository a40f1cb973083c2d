import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { isUnread } from "./unread-texts.ts";

export interface UnreadPerson {
  readonly id: number;
  readonly person: string;
  readonly personKey: string;
  readonly issues: number;
  readonly lastIssue: string;
}

interface Asked {
  readonly page: number;
  readonly size: number;
}

/** A page of the people for whom a text that says no dose is still unread, the latest issue first, and how many they are. */
export const unreadPeople = async (
  trx: Work,
  key: string,
  { page, size }: Asked,
): Promise<{ readonly total: number; readonly people: readonly UnreadPerson[] }> => {
  const waiting = sql`
    from item join live_issue on live_issue.item_id = item.id
    where item.reading_key = ${key} and item.each_person and ${isUnread}`;
  const total = await sql<{ readonly total: number }>`select count(distinct person_id) as total ${waiting}`.execute(
    trx,
  );
  const people = await sql<UnreadPerson>`
    select person.id, person.reference as person, person.key as "personKey", issues, last as "lastIssue"
    from (select person_id, count(*) as issues, max(day) as last ${waiting} group by person_id) each
    join person on person.id = each.person_id
    order by last desc, person.reference collate "C"
    limit ${size} offset ${(page - 1) * size}`.execute(trx);
  return { total: total.rows[0]!.total, people: people.rows };
};
