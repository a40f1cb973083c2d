import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface OwnWaysIn {
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly addedAt: string;
    readonly lastUsedAt: string | null;
  }[];
  readonly identities: readonly { readonly issuer: string; readonly linkedAt: string }[];
}

/** What an account signs in with, the latest first; nothing of it is secret. */
export const ownWaysIn = async (trx: Work, accountId: string): Promise<OwnWaysIn> => {
  const { rows } = await sql<Pick<OwnWaysIn, "hasPassword" | "hasTotp">>`
    select exists (select from password_credential where account_id = ${accountId}) as "hasPassword",
      exists (select from totp_credential where account_id = ${accountId} and confirmed_at is not null) as "hasTotp"`.execute(
    trx,
  );
  const passkeys = await trx
    .selectFrom("passkey")
    .where("account_id", "=", accountId)
    .select(["credential_id as id", "name", "added_at as addedAt", "last_used_at as lastUsedAt"])
    .orderBy("added_at", "desc")
    .execute();
  const identities = await trx
    .selectFrom("oidc_identity")
    .where("account_id", "=", accountId)
    .select(["issuer", "linked_at as linkedAt"])
    .orderBy("linked_at", "desc")
    .execute();
  return { ...rows[0]!, passkeys, identities };
};
