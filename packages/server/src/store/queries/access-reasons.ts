import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface AccessReasonFound {
  readonly id: number;
  readonly personId: number;
  readonly person: string;
  readonly key: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly reason: string;
  readonly at: string;
  readonly until: string;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
}

interface Asked {
  readonly page: number;
  readonly size: number;
  readonly unreviewed: boolean;
}

/** How many reasons nobody has reviewed yet. */
export const unreviewedReasons = async (trx: Work): Promise<number> => {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from access_reason where reviewed_at is null`.execute(trx);
  return rows[0]!.count;
};

/** A page of the reasons for which somebody looked beyond their list, the latest first, and how many there are. */
export const accessReasons = async (
  trx: Work,
  { page, size, unreviewed }: Asked,
): Promise<{ readonly total: number; readonly reasons: readonly AccessReasonFound[] }> => {
  const which = unreviewed ? sql`why.reviewed_at is null` : sql`true`;
  const total = await sql<{ readonly total: number }>`
    select count(*) as total from access_reason why where ${which}`.execute(trx);
  const { rows } = await sql<AccessReasonFound>`
    select why.id, person.id as "personId", person.reference as person, person.key, why.account_id as "accountId",
      account.name as "accountName", why.reason, why.at, why.until, reviewer.name as "reviewedBy",
      why.reviewed_at as "reviewedAt"
    from access_reason why
    join person on person.id = why.person_id
    join account on account.id = why.account_id
    left join account reviewer on reviewer.id = why.reviewed_by
    where ${which} order by why.id desc limit ${size} offset ${(page - 1) * size}`.execute(trx);
  return { total: total.rows[0]!.total, reasons: rows };
};
