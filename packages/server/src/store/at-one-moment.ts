import { sql } from "kysely";
import type { Database, Work } from "./schema.ts";

/** Reads the records of one practice as they are at one moment, however long it takes and whatever changes meanwhile. */
export const atOneMoment = <T>(db: Database, practiceId: string, work: (trx: Work) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      await sql`select set_config('concord.practice', ${practiceId}, true), set_config('concord.doers', 'service', true)`.execute(
        trx,
      );
      return work(trx);
    });
