import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface ImportRowFound {
  readonly row: number;
  /** The file within an archive. */
  readonly part: string | null;
  readonly outcome: "set-aside" | "refused";
  readonly reason: string;
  readonly found: string;
  readonly raw: string;
}

interface Asked {
  readonly outcome?: "set-aside" | "refused" | undefined;
  readonly reason?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** A page of the rows of one import that were not used, in the order of its file, and how many there are. */
export const importRows = async (
  trx: Work,
  importId: number,
  { outcome, reason, page, size }: Asked,
): Promise<{ readonly total: number; readonly rows: readonly ImportRowFound[] }> => {
  const conditions = [sql`import_id = ${importId}`];
  if (outcome !== undefined) conditions.push(sql`outcome = ${outcome}`);
  if (reason !== undefined) conditions.push(sql`reason = ${reason}`);
  const where = sql.join(conditions, sql` and `);
  const total = await sql<{ readonly total: number }>`
    select count(*) as total from row_not_used where ${where}`.execute(trx);
  const rows = await sql<ImportRowFound>`
    select row_no as row, part, outcome, reason, found, raw from row_not_used where ${where}
    order by seq limit ${size} offset ${(page - 1) * size}`.execute(trx);
  return { total: total.rows[0]!.total, rows: rows.rows };
};
