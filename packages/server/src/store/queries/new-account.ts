import type { Role } from "@concord/exchange/api";
import type { Work } from "../schema.ts";

export interface AccountToMake {
  /** Where it is known before. */
  readonly id?: string;
  readonly practiceId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly personId: number | null;
  readonly demonstration: boolean;
  readonly createdBy: string | null;
}

/** A new account; its id. Null where another is called so already. */
export const newAccount = async (trx: Work, it: AccountToMake): Promise<string | null> => {
  const made = await trx
    .insertInto("account")
    .values({
      ...(it.id === undefined ? {} : { id: it.id }),
      practice_id: it.practiceId,
      login: it.login,
      name: it.name,
      roles: [...it.roles],
      person_id: it.personId,
      demonstration: it.demonstration,
      created_by: it.createdBy,
    })
    .onConflict((conflict) => conflict.columns(["practice_id", "login"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return made?.id ?? null;
};
