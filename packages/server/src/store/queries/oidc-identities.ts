import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The open account to which an identity elsewhere is linked; null where there is none. */
export const accountOfIdentity = async (
  trx: Work,
  { issuer, subject }: Identity,
): Promise<{ readonly id: string; readonly login: string; readonly name: string } | null> => {
  const { rows } = await sql<{ id: string; login: string; name: string }>`
    select account.id, account.login, account.name
    from oidc_identity join account on account.id = oidc_identity.account_id
    where issuer = ${issuer} and subject = ${subject} and account.disabled_at is null`.execute(trx);
  return rows[0] ?? null;
};

/** Links an identity elsewhere to an account; says no where it is linked already, whosever it is. */
export const linkIdentity = async (
  trx: Work,
  practiceId: string,
  { issuer, subject, accountId }: Identity & { readonly accountId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("oidc_identity")
    .values({ practice_id: practiceId, issuer, subject, account_id: accountId })
    .onConflict((conflict) => conflict.columns(["practice_id", "issuer", "subject"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};
