import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { TAKEN_UP } from "./accounts.ts";

/** One change of accounts at a time, until the transaction ends: two administrators cannot close each other. */
export const lockAdministrators = async (trx: Work): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(trx);
};

/** Whether there is an open account of an administrator with something to sign in with. */
export const administratorThere = async (trx: Work): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from account
      where 'administrator' = any (roles) and disabled_at is null and ${TAKEN_UP}) as there`.execute(trx);
  return rows[0]!.there;
};
