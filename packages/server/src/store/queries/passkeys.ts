import { sql } from "kysely";
import type { KeptPasskey } from "../../identity/passkeys/ceremonies.ts";
import type { Work } from "../schema.ts";

interface PasskeyToKeep extends KeptPasskey {
  readonly accountId: string;
  readonly name: string;
}

/** Keeps a new passkey; says no where it is there already, whosever it is. */
export const newPasskey = async (trx: Work, practiceId: string, it: PasskeyToKeep): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("passkey")
    .values({
      practice_id: practiceId,
      credential_id: it.credentialId,
      account_id: it.accountId,
      public_key: it.publicKey,
      counter: it.counter,
      transports: [...it.transports],
      name: it.name,
    })
    .onConflict((conflict) => conflict.columns(["practice_id", "credential_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

export const passkeyIds = async (trx: Work, accountId: string): Promise<readonly string[]> =>
  (await trx.selectFrom("passkey").where("account_id", "=", accountId).select("credential_id").execute()).map(
    (it) => it.credential_id,
  );

export interface PasskeyToSignIn extends KeptPasskey {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
}

/** A passkey with its open account; null where there is none. */
export const passkeyToSignIn = async (trx: Work, credentialId: string): Promise<PasskeyToSignIn | null> => {
  const { rows } = await sql<PasskeyToSignIn>`
    select credential_id as "credentialId", public_key as "publicKey", counter, transports,
      account.id as "accountId", account.login, account.name
    from passkey join account on account.id = passkey.account_id
    where credential_id = ${credentialId} and account.disabled_at is null`.execute(trx);
  return rows[0] ?? null;
};

/** Notes that a passkey was used; says no where it is gone, or was used so often already. */
export const passkeyUsed = async (trx: Work, credentialId: string, counter: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update passkey set counter = ${counter}, last_used_at = clock_timestamp()
    where credential_id = ${credentialId} and (counter < ${counter} or counter = 0 and ${counter} = 0)`.execute(trx);
  return numAffectedRows === 1n;
};

/** Removes a passkey of this account; says no where it has none with this id. */
export const removePasskey = async (trx: Work, accountId: string, credentialId: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    delete from passkey where account_id = ${accountId} and credential_id = ${credentialId}`.execute(trx);
  return numAffectedRows === 1n;
};
