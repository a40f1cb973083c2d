import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface PeopleInBand {
  readonly on: string;
  /** Place of the band, 0 the first. */
  readonly band: number;
  readonly people: number;
}

/**
 * People with an opioid current at the end of each quarter, by the most as directed. A band starts at its ng a day;
 * the first one is of doses that are 0 or have no number.
 */
export const peopleByDoseBand = async (
  trx: Work,
  buildId: number,
  bandsFromNg: readonly number[],
): Promise<readonly PeopleInBand[]> => {
  const { rows } = await sql<PeopleInBand>`
    select quarter.until::text as "on", band, count(*) as people
    from register_build build
    cross join lateral unnest(build.quarters) with ordinality as quarter (until, place)
    join register_row on register_row.build_id = build.id
    cross join lateral (select register_row.quarter_ng[quarter.place] as ng) dose
    cross join lateral (
      select count(*)::int - 1 as band from unnest(${[...bandsFromNg]}::bigint[]) starts
      where starts <= dose.ng) banded
    where build.id = ${buildId} and dose.ng >= 0
    group by 1, 2 order by 1, 2`.execute(trx);
  return rows;
};
