import type { Role } from "@concord/exchange/api";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** What an account was like before a change. */
export interface AccountBefore {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly ofPatient: boolean;
  readonly demonstration: boolean;
  readonly disabledAt: string | null;
}

/** The account as it is, held against other changes until the transaction ends; null where there is none. */
export const accountToChange = async (trx: Work, id: string): Promise<AccountBefore | null> => {
  const { rows } = await sql<AccountBefore>`
    select name, roles, person_id is not null as "ofPatient", demonstration, disabled_at as "disabledAt"
    from account where id = ${id} for no key update`.execute(trx);
  return rows[0] ?? null;
};

export const changeAccount = async (
  trx: Work,
  id: string,
  { name, roles }: { readonly name: string; readonly roles: readonly Role[] },
): Promise<void> => {
  await trx
    .updateTable("account")
    .set({ name, roles: [...roles] })
    .where("id", "=", id)
    .execute();
};

/** Closes an account, or opens it again; when it was closed first stands. */
export const closeAccount = async (trx: Work, id: string, closed: boolean): Promise<void> => {
  await sql`update account set disabled_at = case when ${closed} then coalesce(disabled_at, clock_timestamp()) end
    where id = ${id}`.execute(trx);
};
