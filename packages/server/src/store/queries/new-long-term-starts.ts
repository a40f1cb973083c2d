import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface LongTermStarts {
  readonly quarter: string;
  readonly people: number;
}

/** Days after which use is long-term, as the finding has it. */
const LONG_TERM_DAYS = 90;
/** Days without an opioid before a first issue, so that it is a start and not the first one seen. */
const SEEN_BEFORE_DAYS = 90;

/**
 * People on opioids now who came to three months without a long gap in each quarter, named by its last day. Those who
 * stopped since are not among them: the register has everyone's last episode alone. Quarters that the records begin too
 * late for are left out.
 */
export const newLongTermStarts = async (trx: Work, buildId: number): Promise<readonly LongTermStarts[]> => {
  const { rows } = await sql<LongTermStarts>`
    select quarter.until::text as quarter, count(register_row.person_id) as people
    from register_build build
    cross join lateral (
      select until, coalesce(lag(until) over (order by until), (until - interval '3 months')::date) as after
      from unnest(build.quarters) as each (until)
    ) quarter
    left join register_row on register_row.build_id = build.id
      and register_row.since >= build.data_from + ${SEEN_BEFORE_DAYS}::int
      and register_row.findings @> '{long-term-use}'
      and register_row.since + ${LONG_TERM_DAYS}::int <= quarter.until
      and register_row.since + ${LONG_TERM_DAYS}::int > quarter.after
    where build.id = ${buildId} and quarter.after >= build.data_from + ${SEEN_BEFORE_DAYS + LONG_TERM_DAYS}::int
    group by 1 order by 1`.execute(trx);
  return rows;
};
