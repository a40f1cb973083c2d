import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { takeOutPeople } from "./take-out-people.ts";

export interface Removal {
  readonly practiceId: string;
  readonly personId: number;
  readonly reference: string;
  readonly reason: string;
  readonly removedBy: string | null;
}

/** Notes that somebody was removed, by a digest of their reference with a salt of its own. */
export const newTombstone = async (trx: Work, it: Removal): Promise<void> => {
  await sql`
    insert into tombstone (practice_id, person_id, salt, reference_digest, reason, removed_by)
    select ${it.practiceId}::uuid, ${it.personId}, salt,
      sha256(salt || convert_to(${it.reference}, 'UTF8')), ${it.reason}, ${it.removedBy}::uuid
    from (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as salt) made`.execute(trx);
};

/** Takes out again whom a file brings back that was removed; says how many people that were. */
export const takeOutRemoved = async (trx: Work, importId: number): Promise<number> => {
  const { rows } = await sql<{ id: number; reference: string }>`
    select person.id, person.reference
    from person join tombstone
      on tombstone.reference_digest = sha256(tombstone.salt || convert_to(person.reference, 'UTF8'))
    where person.id in (
      select person_id from issue where import_id = ${importId}
      union select person_id from row_not_used where import_id = ${importId}
      union select person_id from person_detail where import_id = ${importId})`.execute(trx);
  if (rows.length > 0) await takeOutPeople(trx, rows);
  return rows.length;
};

/** The digests of the kept files in which somebody's rows stand; null where one of them is being read just now. */
export const filesOfPerson = async (trx: Work, personId: number): Promise<readonly string[] | null> => {
  const { rows } = await sql<{ sha256: string; underWay: boolean }>`
    select distinct sha256, state in ('queued', 'reading', 'building') as "underWay"
    from import where id in (
      select import_id from issue where person_id = ${personId}
      union select import_id from row_not_used where person_id = ${personId}
      union select import_id from person_detail where person_id = ${personId})
      or state in ('queued', 'reading', 'building')`.execute(trx);
  return rows.some(({ underWay }) => underWay) ? null : rows.map(({ sha256 }) => sha256);
};

/** The digest of an import's file where rows of it were taken out again because their person had been removed. */
export const filesWithRemoved = async (trx: Work, importId: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from import where id = ${importId}
    and exists (select from row_not_used where import_id = import.id and reason = 'removed')`.execute(trx);
  return rows.map(({ sha256 }) => sha256);
};
