import type { Work } from "../schema.ts";

/** Sets an account's password, as it is kept; the one before no longer holds. */
export const setPassword = async (trx: Work, practiceId: string, accountId: string, phc: string): Promise<void> => {
  await trx
    .insertInto("password_credential")
    .values({ practice_id: practiceId, account_id: accountId, phc })
    .onConflict((conflict) =>
      conflict.columns(["practice_id", "account_id"]).doUpdateSet({ phc, set_at: new Date().toISOString() }),
    )
    .execute();
};
