import { sql } from "kysely";
import type { Work } from "../schema.ts";

const TABLES = ["password_credential", "totp_credential", "passkey", "oidc_identity"] as const;

/** Nothing that an account signed in with holds any longer. */
export const removeWaysIn = async (trx: Work, accountId: string): Promise<void> => {
  for (const table of TABLES) await sql`delete from ${sql.table(table)} where account_id = ${accountId}`.execute(trx);
};
