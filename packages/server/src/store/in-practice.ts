import type { Purpose } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Database, Work } from "./schema.ts";

/** Who acts in a transaction, as the database is told; its rights are looked up there. */
export interface ActsAs {
  readonly accountId: string | null;
  /** Roles of one account, or the command line. */
  readonly doers: readonly string[];
  readonly purpose: Purpose;
  /** As the role to which the columns that say who somebody is are closed. */
  readonly masked?: boolean;
}

const setActor = async (trx: Work, practiceId: string, doers: string, account: string, purpose: string) =>
  sql`select set_config('concord.practice', ${practiceId}, true), set_config('concord.doers', ${doers}, true),
    set_config('concord.account', ${account}, true), set_config('concord.purpose', ${purpose}, true)`.execute(trx);

/**
 * The service's own work on the records of one practice, in one transaction. Row-level security shows no other
 * practice's rows, and none at all outside of this.
 */
export const inPractice = <T>(db: Database, practiceId: string, work: (trx: Work) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await setActor(trx, practiceId, "service", "", "");
    return work(trx);
  });

/** Work that somebody asked for: row-level security shows and takes what their roles have a right to, for one purpose. */
export const actingIn = <T>(
  db: Database,
  practiceId: string,
  { accountId, doers, purpose, masked = false }: ActsAs,
  work: (trx: Work) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await setActor(trx, practiceId, doers.join(","), accountId ?? "", purpose);
    if (masked) await sql`set local role concord_masked`.execute(trx);
    return work(trx);
  });

/** From here on in this transaction the service itself acts: for what those who asked may cause, but not see. */
export const asService = async (trx: Work): Promise<void> => {
  await sql`select set_config('concord.doers', 'service', true)`.execute(trx);
};
