import { sql } from "kysely";
import type { SessionLimits } from "../../identity/session-limits.ts";
import type { Work } from "../schema.ts";

export interface OwnSession {
  /** Names the session and opens nothing. */
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly device: string;
  readonly fromWhere: string;
  readonly startedAt: string;
  readonly seenAt: string;
}

/** Sessions of an account that hold now, the one used last first. */
export const ownSessions = async (
  trx: Work,
  accountId: string,
  { idleMinutes, mostMinutes }: SessionLimits,
): Promise<readonly OwnSession[]> => {
  const { rows } = await sql<OwnSession>`
    select encode(substr(sha256(token_hash), 1, 16), 'hex') as id, token_hash as "tokenHash", device,
      from_where as "fromWhere", started_at as "startedAt", seen_at as "seenAt"
    from session
    where account_id = ${accountId} and ended_at is null
      and seen_at > now() - ${idleMinutes} * interval '1 minute'
      and started_at > now() - ${mostMinutes} * interval '1 minute'
    order by seen_at desc, started_at desc`.execute(trx);
  return rows;
};
