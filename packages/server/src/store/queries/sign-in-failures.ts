import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface FailuresFound {
  readonly key: string;
  readonly failures: number;
  readonly lastAt: string;
}

/** Failures to sign in under these keys. */
export const signInFailures = async (trx: Work, keys: readonly string[]): Promise<readonly FailuresFound[]> => {
  const { rows } = await sql<FailuresFound>`
    select key, failures, last_at as "lastAt" from sign_in_delay where key = any(${[...keys]}::text[])`.execute(trx);
  return rows;
};

/** One more failure under each key; a day without any begins anew. */
export const addSignInFailure = async (trx: Work, practiceId: string, keys: readonly string[]): Promise<void> => {
  await sql`
    insert into sign_in_delay (practice_id, key, failures, last_at)
    select ${practiceId}::uuid, key, 1, clock_timestamp() from unnest(${[...keys].toSorted()}::text[]) as key
    on conflict (practice_id, key) do update set last_at = excluded.last_at,
      failures = case when sign_in_delay.last_at < excluded.last_at - interval '1 day' then 1
        else sign_in_delay.failures + 1 end`.execute(trx);
};

export const forgetSignInFailures = async (trx: Work, keys: readonly string[]): Promise<void> => {
  await sql`delete from sign_in_delay where key = any(${[...keys]}::text[])`.execute(trx);
};
