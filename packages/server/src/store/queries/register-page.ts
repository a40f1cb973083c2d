import type { RegisterQuery } from "@concord/exchange/api";
import { sql, type RawBuilder } from "kysely";
import type { ShownFinding, Spark, Work } from "../schema.ts";
import { registerColumns, type RegisterColumns } from "./register-columns.ts";
import { inBasketOf, isReferred, registerConditions, registerFindings } from "./register-filter.ts";

export interface RegisterRowFound extends RegisterColumns {
  readonly personId: number;
  readonly key: string;
  readonly substances: readonly string[];
  readonly findings: readonly ShownFinding[];
  readonly spark: Spark;
  readonly referred: boolean;
  readonly inBasket: boolean;
}

export interface RegisterPageFound {
  readonly total: number;
  readonly onRegister: number;
  readonly current: number;
  readonly at120: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly RegisterRowFound[];
}

const SORTED_BY: Readonly<Record<RegisterQuery["sort"], RawBuilder<unknown>>> = {
  directed: sql`directed_max_ng`,
  supplied: sql`supplied_ng`,
  person: sql`reference collate "C"`,
  since: sql`since`,
  lastIssue: sql`last_issue`,
  age: sql`age`,
};

const AT_120_NG = 120_000_000;

const row = (month: string) => sql`
  ${registerColumns}, person_id as "personId", (select key from person where person.id = register_row.person_id) as key,
  substances, shown_findings as findings, spark, ${isReferred} as referred, ${inBasketOf(month)} as "inBasket"`;

/**
 * One page of the register with its counts, out of one look at it. `month` is the one whose basket is marked. A
 * finding is counted among all people that the other filters find, so that its count is what choosing it would show.
 * Rows of the page are fetched by where they lie, which no statistics can mislead: after an import there are none.
 */
export const registerPage = async (
  trx: Work,
  buildId: number,
  query: RegisterQuery,
  month: string,
): Promise<RegisterPageFound> => {
  const order = query.order === "up" ? sql`asc nulls last` : sql`desc nulls last`;
  const { rows } = await sql<RegisterPageFound>`
    with everyone as materialized (
      select ctid as place, reference, findings, current, ${SORTED_BY[query.sort]} as sorted_by,
        greatest(directed_max_ng, supplied_ng) >= ${AT_120_NG} as at_120,
        ${registerConditions(query)} as fits
      from register_row where build_id = ${buildId}
    ),
    numbers as materialized (
      select count(*) as "onRegister", count(*) filter (where current) as current,
        count(*) filter (where at_120) as at120,
        count(*) filter (where fits and ${registerFindings(query)}) as total
      from everyone
    ),
    page as materialized (
      select array(
        select place from everyone where fits and ${registerFindings(query)}
        order by sorted_by ${order}, reference collate "C"
        limit ${query.size} offset ${(query.page - 1) * query.size}
      ) as places
    )
    select numbers.*,
      (select coalesce(jsonb_object_agg(code, people), '{}') from (
        select code, sum(people) as people
        from (select findings, count(*) as people from everyone where fits group by findings) alike, unnest(findings) code
        group by code
      ) each) as counts,
      (select coalesce(json_agg(shown order by nth), '[]') from (
        select array_position((select places from page), register_row.ctid) as nth, ${row(month)}
        from register_row where register_row.ctid = any((select places from page)::tid[])
      ) shown) as rows
    from numbers`.execute(trx);
  return rows[0]!;
};
