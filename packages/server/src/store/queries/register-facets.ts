import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface RegisterFacetsFound {
  readonly substances: readonly string[];
  readonly prescribers: readonly string[];
  readonly ages: readonly { readonly band: string; readonly people: number }[];
}

/** What the register can be filtered by: its substances, who issued last, and people by age. */
export const registerFacets = async (trx: Work, buildId: number): Promise<RegisterFacetsFound> => {
  const { rows } = await sql<RegisterFacetsFound>`
    with shown as materialized (
      select substances, prescriber, case
        when age is null then 'not-known'
        when age < 18 then '0-17' when age < 40 then '18-39' when age < 65 then '40-64' when age < 80 then '65-79'
        else '80+' end as band
      from register_row where build_id = ${buildId}
    )
    select
      (select coalesce(jsonb_agg(name order by name collate "C"), '[]')
        from (select distinct unnest(substances) as name from shown) each) as substances,
      (select coalesce(jsonb_agg(name order by name collate "C"), '[]')
        from (select distinct prescriber as name from shown where prescriber is not null) each) as prescribers,
      (select coalesce(jsonb_agg(jsonb_build_object('band', band, 'people', people)), '[]')
        from (select band, count(*) as people from shown group by band) each) as ages`.execute(trx);
  return rows[0]!;
};
