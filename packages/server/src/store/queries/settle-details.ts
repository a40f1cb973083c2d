import { sql } from "kysely";
import type { Work } from "../schema.ts";

/**
 * Writes anew what is known of everyone of whom these imports say anything: each detail as the latest import that
 * counts has it, none where none does. Says of how many people something that was known has changed.
 */
export const settleDetails = async (trx: Work, importIds: readonly number[]): Promise<number> => {
  // A file's worth of rows has just been written, of which the planner knows nothing: it would go through all of them
  // for each of them.
  await sql`set local enable_nestloop = off`.execute(trx);
  const { rows } = await sql<{ readonly corrected: number }>`
    with concerned as materialized (
      select distinct person_id as id from person_detail where import_id = any(${[...importIds]}::int[])
    ),
    said as materialized (
      select detail.* from person_detail detail join import on import.id = detail.import_id and import.live
      where detail.person_id in (select id from concerned)
    ),
    latest as materialized (
      select concerned.id,
        (array_agg(birth_year order by import_id desc) filter (where birth_year is not null))[1] as birth_year,
        (array_agg(sex order by import_id desc) filter (where sex is not null))[1] as sex,
        (array_agg(registered order by import_id desc) filter (where registered is not null))[1] as registered
      from concerned left join said on said.person_id = concerned.id
      group by concerned.id
    ),
    changed as materialized (
      select latest.*,
        coalesce(person.birth_year <> latest.birth_year or person.sex <> latest.sex
          or person.registered <> latest.registered, false) as corrected
      from latest join person on person.id = latest.id
      where (person.birth_year, person.sex, person.registered)
        is distinct from (latest.birth_year, latest.sex, latest.registered)
    ),
    written as (
      update person set birth_year = changed.birth_year, sex = changed.sex, registered = changed.registered
      from changed where person.id = changed.id
    )
    select count(*) filter (where corrected) as corrected from changed`.execute(trx);
  await sql`set local enable_nestloop = on`.execute(trx);
  return rows[0]!.corrected;
};
