import { sql } from "kysely";
import type { Work } from "../schema.ts";

interface Authenticator {
  readonly secret: string;
  /** Of the code that showed that it works: it is not taken again. */
  readonly step: number;
}

/** Gives an account an authenticator that has shown a right code; the one before no longer holds. */
export const confirmedAuthenticator = async (
  trx: Work,
  practiceId: string,
  accountId: string,
  { secret, step }: Authenticator,
): Promise<void> => {
  await sql`
    insert into totp_credential (practice_id, account_id, secret, confirmed_at, last_step)
    values (${practiceId}, ${accountId}, ${secret}, clock_timestamp(), ${step})
    on conflict (practice_id, account_id) do update set
      secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`.execute(trx);
};
