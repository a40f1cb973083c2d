import type { LogHead } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** The end of the practice's log as the database keeps it beside the log; of a log without entries, number 0. */
export const logHead = async (trx: Work): Promise<LogHead> => {
  const { rows } = await sql<LogHead>`select number, encode(hash, 'hex') as hash from audit_head`.execute(trx);
  return rows[0] ?? { number: 0, hash: "00".repeat(32) };
};
