import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface FileToQueue {
  readonly practiceId: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly replaces: number | null;
}

export type Queued =
  | { readonly status: "queued"; readonly id: number }
  | { readonly status: "already-imported"; readonly id: number }
  | { readonly status: "nothing-to-replace" };

/** Queues a file that is kept, unless its very bytes are in the records or on their way there. */
export const queueImport = async (trx: Work, file: FileToQueue): Promise<Queued> => {
  const { practiceId, name, sha256, bytes, replaces } = file;
  if (replaces !== null) {
    const { rows } = await sql`select from import where id = ${replaces} and live`.execute(trx);
    if (rows.length === 0) return { status: "nothing-to-replace" };
  }
  const added = await sql<{ id: number }>`
    insert into import (practice_id, file_name, sha256, bytes, replaces)
    values (${practiceId}, ${name}, ${sha256}, ${bytes}, ${replaces})
    on conflict (practice_id, sha256) where state in ('queued', 'reading', 'building', 'done') do nothing
    returning id`.execute(trx);
  const id = added.rows[0]?.id;
  if (id !== undefined) return { status: "queued", id };
  const { rows } = await sql<{ id: number }>`
    select id from import where sha256 = ${sha256} and state in ('queued', 'reading', 'building', 'done')`.execute(trx);
  return { status: "already-imported", id: rows[0]!.id };
};
