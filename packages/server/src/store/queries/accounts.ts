import type { Role } from "@concord/exchange/api";
import { sql, type RawBuilder } from "kysely";
import type { Work } from "../schema.ts";

export interface AccountFound {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly personId: number | null;
  readonly person: string | null;
  readonly demonstration: boolean;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  /** It has something to sign in with. */
  readonly takenUp: boolean;
  readonly lastSeenAt: string | null;
}

/** Whether an account has something to sign in with. */
export const TAKEN_UP = sql<boolean>`(
  exists (select from password_credential it where it.account_id = account.id)
  or exists (select from passkey it where it.account_id = account.id)
  or exists (select from oidc_identity it where it.account_id = account.id))`;

const selectAccounts = (condition: RawBuilder<unknown>) => sql<AccountFound>`
  select account.id, account.login, account.name, account.roles, account.person_id as "personId",
    person.reference as person, account.demonstration, account.created_at as "createdAt",
    account.disabled_at as "disabledAt", ${TAKEN_UP} as "takenUp",
    (select max(seen_at) from session where session.account_id = account.id) as "lastSeenAt"
  from account left join person on person.id = account.person_id
  where ${condition}
  order by lower(account.name), account.login`;

/** Every account, by name; those that are closed too. */
export const accounts = async (trx: Work): Promise<readonly AccountFound[]> =>
  (await selectAccounts(sql`true`).execute(trx)).rows;

/** The account with this id; null where there is none. */
export const accountById = async (trx: Work, id: string): Promise<AccountFound | null> =>
  (await selectAccounts(sql`account.id = ${id}`).execute(trx)).rows[0] ?? null;
