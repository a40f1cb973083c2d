import { sql } from "kysely";
import type { RowNotUsedTable, Work } from "../schema.ts";
import type { RowsOf } from "./keep-issues.ts";

export interface RowNotUsedToKeep {
  readonly seq: number;
  readonly row: number;
  readonly outcome: RowNotUsedTable["outcome"];
  readonly reason: string;
  readonly found: string;
  readonly raw: string;
  readonly part: string | null;
  /** Whose, of when and of what, where a refused row is or may be of an opioid. */
  readonly personId: number | null;
  readonly day: string | null;
  readonly product: string | null;
}

/** Keeps rows that were set aside or refused, with why. */
export const keepRowsNotUsed = async (
  trx: Work,
  { practiceId, importId }: RowsOf,
  rows: readonly RowNotUsedToKeep[],
): Promise<void> => {
  if (rows.length === 0) return;
  const column = <K extends keyof RowNotUsedToKeep>(name: K) => rows.map((row) => row[name]);
  await sql`
    insert into row_not_used (practice_id, import_id, seq, row_no, outcome, reason, found, raw, part, person_id,
      day, product)
    select ${practiceId}::uuid, ${importId}::int, * from unnest(${column("seq")}::int[], ${column("row")}::int[],
      ${column("outcome")}::text[], ${column("reason")}::text[], ${column("found")}::text[],
      ${column("raw")}::text[], ${column("part")}::text[], ${column("personId")}::int[], ${column("day")}::date[],
      ${column("product")}::text[])`.execute(trx);
};
