import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Marks a referral as undone, where it was not before; it stays on record. */
export const undoneReferral = async (trx: Work, id: number): Promise<void> => {
  await sql`update referral set undone_at = clock_timestamp() where id = ${id} and undone_at is null`.execute(trx);
};
