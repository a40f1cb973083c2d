import { sql } from "kysely";
import type { ImportState, Work } from "../schema.ts";

export interface ImportToRead {
  readonly id: number;
  readonly state: Extract<ImportState, "queued" | "reading" | "building">;
  readonly sha256: string;
  readonly lastRow: number;
}

/** What to do next: what was under way when the service ended, then the oldest that waits. */
export const nextImport = async (trx: Work): Promise<ImportToRead | null> => {
  const { rows } = await sql<ImportToRead>`
    select id, state, sha256, last_row as "lastRow" from import
    where state in ('queued', 'reading', 'building')
    order by state = 'queued', id limit 1`.execute(trx);
  return rows[0] ?? null;
};
