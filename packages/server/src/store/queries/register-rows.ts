import type { RegisterFilter } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { registerConditions, registerFindings } from "./register-filter.ts";

export interface RegisterLine {
  readonly reference: string;
  readonly birthYear: number | null;
  readonly age: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
  readonly directedMinNg: number;
  readonly directedMaxNg: number;
  readonly suppliedNg: number;
  readonly atLeast: boolean;
  readonly notReadable: boolean;
  readonly since: string | null;
  readonly lastIssue: string | null;
  readonly prescriber: string | null;
  readonly medicines: readonly string[];
  readonly findings: readonly string[];
}

/** All people that a filter finds, highest directed dose first, without what only a page shows. */
export const registerRows = async (
  trx: Work,
  buildId: number,
  filter: RegisterFilter,
): Promise<readonly RegisterLine[]> => {
  const { rows } = await sql<RegisterLine>`
    select reference, birth_year as "birthYear", age, sex, registered,
      directed_min_ng as "directedMinNg", directed_max_ng as "directedMaxNg", supplied_ng as "suppliedNg",
      at_least as "atLeast", not_readable as "notReadable", since, last_issue as "lastIssue", prescriber,
      medicines, findings
    from register_row where build_id = ${buildId} and ${registerConditions(filter)} and ${registerFindings(filter)}
    order by directed_max_ng desc, supplied_ng desc, reference collate "C"`.execute(trx);
  return rows;
};
