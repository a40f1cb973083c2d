import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface PracticeOverview {
  readonly id: string;
  readonly name: string;
  readonly synthetic: boolean;
  readonly people: number;
  readonly onRegister: number;
  readonly asOf: string | null;
  readonly tableId: string | null;
  readonly registerBuiltAt: string | null;
  readonly rowsRead: number;
  readonly used: number;
  readonly setAside: number;
  readonly refused: number;
  readonly unreadTexts: number;
}

/** The practice in numbers: its records as they count now, its register, and what is still to be read by a person. */
export const practiceOverview = async (trx: Work, practiceId: string): Promise<PracticeOverview> => {
  const { rows } = await sql<PracticeOverview>`
    select
      practice.id, practice.name, practice.synthetic,
      (select count(*) from person
        where exists (select from live_issue where live_issue.person_id = person.id)) as people,
      (select count(*) from register_row where register_row.build_id = build.id) as "onRegister",
      build.as_of as "asOf", build.table_id as "tableId", build.built_at as "registerBuiltAt",
      rows.read as "rowsRead", rows.used, rows.set_aside as "setAside", rows.refused,
      (select count(distinct reading_key) from item
        where unread_reason is not null
          and not exists (select from reading_by_hand by_hand
            where by_hand.reading_key = item.reading_key and by_hand.undone_at is null)
          and exists (select from live_issue where live_issue.item_id = item.id)) as "unreadTexts"
    from practice
    left join register_build build on build.practice_id = practice.id and build.current
    cross join (
      select coalesce(sum(rows_read), 0) as read, coalesce(sum(used), 0) as used,
        coalesce(sum(set_aside), 0) as set_aside, coalesce(sum(refused), 0) as refused
      from import where live
    ) rows
    where practice.id = ${practiceId}`.execute(trx);
  const found = rows[0];
  if (found === undefined) throw new Error("the practice of the service is not in its store");
  return found;
};
