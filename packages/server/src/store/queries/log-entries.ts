import type { LogEntry } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** Rows fetched at a time. */
const AT_ONCE = 2_000;

/** The whole log of the practice in its order, with everything that hashes are taken of, as the database has it. */
export async function* logEntries(trx: Work): AsyncGenerator<readonly LogEntry[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<LogEntry>`
      select practice_id::text as practice, number, account_id::text as account, who, roles, purpose, action, outcome,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        people, everybody, about::text as about, why, from_where as "fromWhere", request,
        encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
      from audit_log where number > ${after} order by number limit ${AT_ONCE}`.execute(trx);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.number;
  }
}
