import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface FailuresFound {
  readonly key: string;
  readonly failures: number;
  /** Seconds since the last one, by the clock that wrote it down; below 0 where that was moved back since. */
  readonly since: number;
}

/** Failures to sign in under these keys. */
export const signInFailures = async (trx: Work, keys: readonly string[]): Promise<readonly FailuresFound[]> => {
  const { rows } = await sql<FailuresFound>`
    select key, failures, extract(epoch from clock_timestamp() - last_at)::float8 as since
    from sign_in_delay where key = any(${[...keys]}::text[])`.execute(trx);
  return rows;
};

/** One try under a key at a time, until the transaction ends; always in the same order, so that none waits for the other. */
export const lockTries = async (trx: Work, keys: readonly string[]): Promise<void> => {
  for (const key of [...keys].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
};

/** One more failure under each key; a day without any begins anew, and what is older goes. */
export const addSignInFailure = async (trx: Work, practiceId: string, keys: readonly string[]): Promise<void> => {
  await sql`
    delete from sign_in_delay where (practice_id, key) in (
      select practice_id, key from sign_in_delay where last_at < clock_timestamp() - interval '1 day'
      limit 100 for update skip locked)`.execute(trx);
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

/** One failure less under each key: the try was none. */
export const takeBackSignInFailure = async (trx: Work, keys: readonly string[]): Promise<void> => {
  await sql`update sign_in_delay set failures = greatest(0, failures - 1) where key = any(${[...keys]}::text[])`.execute(
    trx,
  );
};
