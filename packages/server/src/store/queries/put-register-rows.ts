import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Writes lines into a build of the register, in place of those of the same people. */
export const putRegisterRows = async (
  trx: Work,
  build: { readonly practiceId: string; readonly id: number },
  people: readonly number[],
  lines: readonly object[],
): Promise<void> => {
  await sql`delete from register_row where build_id = ${build.id} and person_id = any(${[...people]}::int[])`.execute(
    trx,
  );
  if (lines.length === 0) return;
  await sql`
    insert into register_row
    select ${build.practiceId}::uuid, ${build.id}, line.*
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
      person_id integer, reference text, birth_year integer, age integer, sex text, registered date,
      directed_min_ng bigint, directed_max_ng bigint, supplied_ng bigint, at_least boolean, not_readable boolean,
      current boolean, since date, last_issue date, prescriber text, findings text[], substances text[],
      medicines text[], quarter_ng bigint[], spark jsonb, entry jsonb, shown_findings jsonb)`.execute(trx);
};
