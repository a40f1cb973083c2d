import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface OwnCase {
  readonly id: number;
  readonly personId: number;
  readonly at: string;
  /** Both null where the identity was not given. */
  readonly person: string | null;
  readonly key: string | null;
}

/** Everyone who is shared with an account, the latest first. */
export const ownCases = async (trx: Work, accountId: string): Promise<readonly OwnCase[]> => {
  const { rows } = await sql<OwnCase>`
    select share.id, share.person_id as "personId", share.at, person.reference as person, person.key
    from share left join person on person.id = share.person_id and share.with_identity
    where share.account_id = ${accountId} and share.undone_at is null
    order by share.id desc`.execute(trx);
  return rows;
};
