import type { RegisterFilter } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { registerColumns, type RegisterColumns } from "./register-columns.ts";
import { registerConditions, registerFindings } from "./register-filter.ts";

export interface RegisterLine extends RegisterColumns {
  readonly findings: readonly string[];
}

/** All people that a filter finds, highest directed dose first, without what only a page shows. */
export const registerRows = async (
  trx: Work,
  buildId: number,
  filter: RegisterFilter,
): Promise<readonly RegisterLine[]> => {
  const { rows } = await sql<RegisterLine>`
    select ${registerColumns}, findings
    from register_row where build_id = ${buildId} and ${registerConditions(filter)} and ${registerFindings(filter)}
    order by directed_max_ng desc, supplied_ng desc, reference collate "C"`.execute(trx);
  return rows;
};
