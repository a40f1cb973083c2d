import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface SessionToKeep {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly signedInBy: string;
  readonly fromWhere: string;
  readonly device: string;
}

/**
 * Keeps a session that starts now; says no where the account was closed meanwhile. It waits for whoever changes the account
 * at this moment, so that no session outlives the change.
 */
export const newSession = async (trx: Work, it: SessionToKeep): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into session (practice_id, token_hash, account_id, signed_in_by, from_where, device)
    select practice_id, ${it.tokenHash}, id, ${it.signedInBy}, ${it.fromWhere}, ${it.device}
    from account where id = ${it.accountId} and disabled_at is null for share`.execute(trx);
  return numAffectedRows === 1n;
};
