import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface PracticeOverview {
  readonly id: string;
  readonly name: string;
  readonly synthetic: boolean;
  readonly buildId: number | null;
  readonly onRegister: number;
  readonly asOf: string | null;
  readonly tableId: string | null;
  readonly registerBuiltAt: string | null;
  readonly rowsRead: number;
  readonly used: number;
  readonly setAside: number;
  readonly refused: number;
}

/** The practice in numbers: its records as they count now, and its register. */
export const practiceOverview = async (trx: Work, practiceId: string): Promise<PracticeOverview> => {
  const { rows } = await sql<PracticeOverview>`
    select
      practice.id, practice.name, practice.synthetic,
      (select count(*) from register_row where register_row.build_id = build.id) as "onRegister",
      build.id as "buildId", build.as_of as "asOf", build.table_id as "tableId", build.built_at as "registerBuiltAt",
      rows.read as "rowsRead", rows.used, rows.set_aside as "setAside", rows.refused
    from practice
    left join register_build build on build.practice_id = practice.id and build.current
    cross join (
      select coalesce(sum(rows_read), 0) as read, coalesce(sum(used), 0) as used,
        coalesce(sum(set_aside), 0) as set_aside, coalesce(sum(refused), 0) as refused
      from import where live
    ) rows
    where practice.id = ${practiceId}`.execute(trx);
  const found = rows[0];
  if (found === undefined) throw new Error("the practice of the service is not in its store");
  return found;
};
