import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface CodeToTakeUp {
  readonly codeHash: Buffer;
  /** Null: makes the first administrator. */
  readonly account: { readonly id: string; readonly login: string; readonly name: string } | null;
}

/** What a code opens now: an open account, or a practice without any; null where it holds no longer or there is none. */
export const codeToTakeUp = async (trx: Work, codeHash: Buffer): Promise<CodeToTakeUp | null> => {
  const { rows } = await sql<CodeToTakeUp>`
    select code.code_hash as "codeHash", case when account.id is not null then
      json_build_object('id', account.id, 'login', account.login, 'name', account.name) end as account
    from one_time_code code
    left join account on account.id = code.account_id
    where code.code_hash = ${codeHash} and code.used_at is null and code.expires_at > clock_timestamp()
      and case when code.account_id is null then not exists (select from account)
        else account.disabled_at is null end`.execute(trx);
  return rows[0] ?? null;
};

/** Uses a code up; says no where it was used, or its time was over, at this moment. */
export const useCode = async (trx: Work, codeHash: Buffer): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update one_time_code set used_at = clock_timestamp()
    where code_hash = ${codeHash} and used_at is null and expires_at > clock_timestamp()`.execute(trx);
  return numAffectedRows === 1n;
};

/** Codes of an account that were not used hold no longer. */
export const forgetCodes = async (trx: Work, accountId: string | null): Promise<void> => {
  await sql`delete from one_time_code
    where account_id is not distinct from ${accountId}::uuid and used_at is null`.execute(trx);
};

/** Keeps a new code for an account, or for the first administrator, in place of any before; until when it holds. */
export const newCode = async (
  trx: Work,
  practiceId: string,
  it: { readonly accountId: string | null; readonly codeHash: Buffer; readonly hours: number },
): Promise<string> => {
  await forgetCodes(trx, it.accountId);
  const { rows } = await sql<{ expiresAt: string }>`
    insert into one_time_code (practice_id, code_hash, account_id, expires_at)
    values (${practiceId}, ${it.codeHash}, ${it.accountId}, clock_timestamp() + ${it.hours} * interval '1 hour')
    returning expires_at as "expiresAt"`.execute(trx);
  return rows[0]!.expiresAt;
};
