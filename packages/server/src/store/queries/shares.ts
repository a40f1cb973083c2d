import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface ShareFound {
  readonly id: number;
  readonly personId: number;
  readonly accountId: string;
  readonly accountName: string;
  readonly withIdentity: boolean;
  readonly why: string;
  readonly by: string | null;
  readonly at: string;
}

/** Shares of a person that stand, the latest first. */
export const sharesOfPerson = async (trx: Work, personId: number): Promise<readonly ShareFound[]> => {
  const { rows } = await sql<ShareFound>`
    select share.id, share.person_id as "personId", share.account_id as "accountId", account.name as "accountName",
      share.with_identity as "withIdentity", share.why, sharer.name as by, share.at
    from share
    join account on account.id = share.account_id
    left join account sharer on sharer.id = share.shared_by
    where share.person_id = ${personId} and share.undone_at is null order by share.id desc`.execute(trx);
  return rows;
};

export interface ShareAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Accounts with which a person may be shared: open, and of an adviser or an evaluator. */
export const accountsToShareWith = async (trx: Work): Promise<readonly ShareAccount[]> =>
  trx
    .selectFrom("account")
    .where("disabled_at", "is", null)
    .where(sql<boolean>`roles && array['adviser', 'evaluator']`)
    .select(["id", "name", "roles"])
    .orderBy("name")
    .execute();

interface New {
  readonly practiceId: string;
  readonly personId: number;
  readonly accountId: string;
  readonly withIdentity: boolean;
  readonly why: string;
  readonly by: string | null;
}

/** Shares a person with an account, in place of how they were shared with it before. */
export const newShare = async (trx: Work, it: New): Promise<number> => {
  await trx
    .updateTable("share")
    .set({ undone_at: sql`clock_timestamp()` })
    .where("person_id", "=", it.personId)
    .where("account_id", "=", it.accountId)
    .where("undone_at", "is", null)
    .execute();
  const { id } = await trx
    .insertInto("share")
    .values({
      practice_id: it.practiceId,
      person_id: it.personId,
      account_id: it.accountId,
      with_identity: it.withIdentity,
      why: it.why,
      shared_by: it.by,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

/** Ends a share; whose it was, or null where there is none with this number. Ended twice is ended once. */
export const undoneShare = async (trx: Work, id: number): Promise<number | null> => {
  const { rows } = await sql<{ readonly personId: number }>`
    update share set undone_at = coalesce(undone_at, clock_timestamp()) where id = ${id}
    returning person_id as "personId"`.execute(trx);
  return rows[0]?.personId ?? null;
};
