import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface AccountToSignIn {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly demonstration: boolean;
  readonly phc: string | null;
  /** Confirmed ones alone. */
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
}

/** The account that is called so, with what its password and code are checked against; null where it is closed or there is none. */
export const accountToSignIn = async (trx: Work, login: string): Promise<AccountToSignIn | null> => {
  const { rows } = await sql<AccountToSignIn>`
    select account.id, account.login, account.name, account.demonstration, password.phc,
      totp.secret as "totpSecret", totp.last_step as "totpLastStep"
    from account
    left join password_credential password on password.account_id = account.id
    left join totp_credential totp on totp.account_id = account.id and totp.confirmed_at is not null
    where account.login = ${login} and account.disabled_at is null`.execute(trx);
  return rows[0] ?? null;
};

/** Takes a code's time step once: says no where it, or a later one, was taken before, but by a clock that was ahead. */
export const takeTotpStep = async (trx: Work, accountId: string, step: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update totp_credential set last_step = ${step}
    where account_id = ${accountId} and (last_step < ${step} or last_step > ${step + 2})`.execute(trx);
  return numAffectedRows === 1n;
};
