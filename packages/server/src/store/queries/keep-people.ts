import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface PersonToKeep {
  readonly reference: string;
  readonly birth_year: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
}

/** Keeps these people and says their numbers. What is known of someone stays; what was not is added. */
export const keepPeople = async (
  trx: Work,
  practiceId: string,
  people: readonly PersonToKeep[],
): Promise<readonly { readonly id: number; readonly reference: string }[]> => {
  const { rows } = await sql<{ id: number; reference: string }>`
    insert into person as known (practice_id, reference, birth_year, sex, registered)
    select ${practiceId}::uuid, * from unnest(
      ${people.map(({ reference }) => reference)}::text[], ${people.map(({ birth_year }) => birth_year)}::int[],
      ${people.map(({ sex }) => sex)}::text[], ${people.map(({ registered }) => registered)}::date[])
    on conflict (practice_id, reference) do update set
      birth_year = coalesce(known.birth_year, excluded.birth_year),
      sex = coalesce(known.sex, excluded.sex),
      registered = coalesce(known.registered, excluded.registered)
    returning id, reference`.execute(trx);
  return rows;
};
