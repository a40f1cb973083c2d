import type { RowBatch } from "@concord/exchange";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

/**
 * How far an import is, after a batch; false where it is not being read any more. Comes first in a batch: from then
 * on, whoever calls the import off waits for the batch.
 */
export const advanceImport = async (trx: Work, id: number, batch: RowBatch): Promise<boolean> => {
  const { counts, lastSeq, bytesRead } = batch;
  const rows = counts.used + counts.setAside + counts.refused;
  const { numAffectedRows } = await sql`
    update import set last_row = greatest(last_row, ${lastSeq}),
      bytes_read = greatest(bytes_read, ${bytesRead}), rows_read = rows_read + ${rows},
      used = used + ${counts.used}, set_aside = set_aside + ${counts.setAside}, refused = refused + ${counts.refused}
    where id = ${id} and state = 'reading'`.execute(trx);
  return numAffectedRows === 1n;
};
