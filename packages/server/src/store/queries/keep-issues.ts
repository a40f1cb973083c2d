import { sql } from "kysely";
import type { IssueTable, Work } from "../schema.ts";

export interface IssueToKeep {
  readonly seq: number;
  readonly row: number;
  readonly personId: number;
  readonly itemId: number;
  readonly day: string;
  readonly kind: IssueTable["kind"];
  readonly prescriber: string | null;
  readonly raw: string;
  readonly part: string | null;
  readonly stopped: string | null;
  readonly stoppedUntold: boolean;
}

/** Whose rows these are. */
export interface RowsOf {
  readonly practiceId: string;
  readonly importId: number;
}

/** Keeps issues as they came, their rows with them. */
export const keepIssues = async (
  trx: Work,
  { practiceId, importId }: RowsOf,
  issues: readonly IssueToKeep[],
): Promise<void> => {
  if (issues.length === 0) return;
  const column = <K extends keyof IssueToKeep>(name: K) => issues.map((issue) => issue[name]);
  await sql`
    insert into issue (practice_id, import_id, seq, row_no, person_id, item_id, day, kind, prescriber, raw, part,
      stopped, stopped_untold)
    select ${practiceId}::uuid, ${importId}::int, * from unnest(${column("seq")}::int[], ${column("row")}::int[],
      ${column("personId")}::int[], ${column("itemId")}::int[], ${column("day")}::date[], ${column("kind")}::text[],
      ${column("prescriber")}::text[], ${column("raw")}::text[], ${column("part")}::text[], ${column("stopped")}::date[],
      ${column("stoppedUntold")}::bool[])`.execute(trx);
};
