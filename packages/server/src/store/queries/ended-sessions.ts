import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Ends one session; says nothing where it was ended already. */
export const endSession = async (trx: Work, tokenHash: Buffer): Promise<void> => {
  await sql`update session set ended_at = clock_timestamp()
    where token_hash = ${tokenHash} and ended_at is null`.execute(trx);
};

/** Ends every session of an account, but for one where that is given. */
export const endSessionsOf = async (trx: Work, accountId: string, but: Buffer | null): Promise<void> => {
  await sql`update session set ended_at = clock_timestamp()
    where account_id = ${accountId} and ended_at is null and token_hash is distinct from ${but}::bytea`.execute(trx);
};

/** Writes down that a session was in use now. */
export const sessionSeen = async (trx: Work, tokenHash: Buffer): Promise<void> => {
  await sql`update session set seen_at = clock_timestamp() where token_hash = ${tokenHash}`.execute(trx);
};
