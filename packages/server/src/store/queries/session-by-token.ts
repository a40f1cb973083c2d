import type { Role } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface SessionFound {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly demonstration: boolean;
  readonly personId: number | null;
  readonly signedInBy: string;
  readonly startedAt: string;
  readonly seenAt: string;
}

/** The session of a token, with its account; null where it was ended or the account is closed. */
export const sessionByToken = async (trx: Work, tokenHash: Buffer): Promise<SessionFound | null> => {
  const { rows } = await sql<SessionFound>`
    select account.id as "accountId", account.login, account.name, account.roles, account.demonstration,
      account.person_id as "personId", session.signed_in_by as "signedInBy", session.started_at as "startedAt",
      session.seen_at as "seenAt"
    from session
    join account on account.practice_id = session.practice_id and account.id = session.account_id
    where session.token_hash = ${tokenHash} and session.ended_at is null and account.disabled_at is null`.execute(trx);
  return rows[0] ?? null;
};
