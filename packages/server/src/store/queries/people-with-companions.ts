import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface CompanionCount {
  readonly with: string;
  readonly people: number;
  readonly of: number;
}

const FINDINGS = ["opioid-with-benzodiazepine", "opioid-with-z-drug", "opioid-with-gabapentinoid"];

/** People with an opioid current on the day who have a sedating medicine current beside it, by its class. */
export const peopleWithCompanions = async (trx: Work, buildId: number): Promise<readonly CompanionCount[]> => {
  const { rows } = await sql<CompanionCount>`
    select replace(code, 'opioid-with-', '') as "with",
      count(*) filter (where findings @> array[code]) as people, count(*) as "of"
    from unnest(${FINDINGS}::text[]) with ordinality as watched (code, place)
    join register_row on build_id = ${buildId} and (current or findings @> array[code])
    group by code, place order by place`.execute(trx);
  return rows;
};
