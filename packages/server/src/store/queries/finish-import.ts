import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { settleDetails } from "./settle-details.ts";
import { takeOutRemoved } from "./tombstones.ts";

/**
 * The whole file is read: its rows count from now on, and those of the file that it replaces (the one it was said to,
 * and any of the same name) count no more, all at once; what is known of people follows. `remarks`: what holds for
 * the reading as a whole. False where it was called off.
 */
export const finishImport = async (trx: Work, id: number, remarks: readonly string[]): Promise<boolean> => {
  await takeOutRemoved(trx, id);
  const { rows } = await sql<{ file_name: string; replaces: number | null }>`
    update import set state = 'building', live = true, bytes_read = bytes
    where id = ${id} and state = 'reading' returning file_name, replaces`.execute(trx);
  const finished = rows[0];
  if (finished === undefined) return false;
  const replaced = await sql<{ id: number }>`
    update import set state = 'replaced', live = false, replaced_by = ${id}
    where live and id <> ${id} and (id = ${finished.replaces} or file_name = ${finished.file_name})
    returning id`.execute(trx);
  const latest = replaced.rows.map((row) => row.id).toSorted((a, b) => b - a)[0];
  if (latest !== undefined && finished.replaces === null)
    await sql`update import set replaces = ${latest} where id = ${id}`.execute(trx);
  const corrected = await settleDetails(trx, [id, ...replaced.rows.map((row) => row.id)]);
  await sql`update import set contents = contents || ${JSON.stringify({ remarks, corrected })}::jsonb
    where id = ${id}`.execute(trx);
  return true;
};
