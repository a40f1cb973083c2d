import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface AccountsThere {
  readonly any: boolean;
  /** Of the synthetic practice, and open. */
  readonly demonstration: boolean;
}

/** Whether there is any account, and whether there are those that come with the synthetic practice. */
export const accountsThere = async (trx: Work): Promise<AccountsThere> => {
  const { rows } = await sql<AccountsThere>`
    select exists (select from account) as any,
      exists (select from account where demonstration and disabled_at is null) as demonstration`.execute(trx);
  return rows[0]!;
};
