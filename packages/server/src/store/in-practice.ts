import { sql } from "kysely";
import type { Database, Work } from "./schema.ts";

/**
 * Work on the records of one practice, in one transaction. Row-level security shows no other practice's rows, and
 * none at all outside of this.
 */
export const inPractice = <T>(db: Database, practiceId: string, work: (trx: Work) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('concord.practice', ${practiceId}, true)`.execute(trx);
    return work(trx);
  });
