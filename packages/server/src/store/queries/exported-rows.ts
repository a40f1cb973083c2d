import { sql } from "kysely";
import type { Tables, Work } from "../schema.ts";

/** Rows fetched at a time. */
const AT_ONCE = 2_000;

export type ExportedTable = Exclude<keyof Tables, "live_issue">;

/** What has been derived from something else in the export, or means nothing outside of this store. */
const LEFT_OUT: Readonly<Partial<Record<ExportedTable, readonly string[]>>> = { item: ["hash"] };

/** Every row of one table of the practice as JSON text, never more than a part in memory. */
export async function* exportedRows(trx: Work, practiceId: string, table: ExportedTable): AsyncGenerator<string> {
  const left = ["practice_id", ...(LEFT_OUT[table] ?? [])];
  // Row-level security shows the practice's rows alone, but for the table of practices itself.
  const which = table === "practice" ? sql`where id = ${sql.lit(practiceId)}` : sql``;
  const cursor = sql.id(`export_${table}`);
  await sql`declare ${cursor} no scroll cursor for
    select (to_jsonb(exported) - ${sql.lit(`{${left.join(",")}}`)}::text[])::text as line
    from ${sql.table(table)} exported ${which}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ readonly line: string }>`fetch ${sql.lit(AT_ONCE)} from ${cursor}`.execute(trx);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join("");
  }
  await sql`close ${cursor}`.execute(trx);
}
