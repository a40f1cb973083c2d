import { sql } from "kysely";
import type { Work } from "../schema.ts";
import type { RowsOf } from "./keep-issues.ts";

export interface PersonToKeep {
  readonly reference: string;
  readonly birth_year: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
}

/** Keeps these people and what one import says of them, and says their numbers. The first that it says of a detail stays. */
export const keepPeople = async (
  trx: Work,
  { practiceId, importId }: RowsOf,
  people: readonly PersonToKeep[],
): Promise<readonly { readonly id: number; readonly reference: string }[]> => {
  const references = people.map(({ reference }) => reference);
  await sql`
    insert into person (practice_id, reference) select ${practiceId}::uuid, unnest(${references}::text[])
    on conflict (practice_id, reference) do nothing`.execute(trx);
  await sql`
    insert into person_detail as known (practice_id, import_id, person_id, birth_year, sex, registered)
    select ${practiceId}::uuid, ${importId}::int, person.id, said.birth_year, said.sex, said.registered
    from unnest(${references}::text[], ${people.map(({ birth_year }) => birth_year)}::int[],
      ${people.map(({ sex }) => sex)}::text[], ${people.map(({ registered }) => registered)}::date[])
      as said(reference, birth_year, sex, registered)
    join person using (reference)
    where said.birth_year is not null or said.sex is not null or said.registered is not null
    on conflict (practice_id, import_id, person_id) do update set
      birth_year = coalesce(known.birth_year, excluded.birth_year),
      sex = coalesce(known.sex, excluded.sex),
      registered = coalesce(known.registered, excluded.registered)`.execute(trx);
  const { rows } = await sql<{ id: number; reference: string }>`
    select id, reference from person where reference = any(${references}::text[])`.execute(trx);
  return rows;
};
