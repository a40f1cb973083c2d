import type { Work } from "../schema.ts";

/** How many people the practice can invite in a month. */
export const basketCapacity = async (trx: Work, practiceId: string): Promise<number> =>
  (await trx.selectFrom("practice").where("id", "=", practiceId).select("basket_capacity").executeTakeFirstOrThrow())
    .basket_capacity;

export const setBasketCapacity = async (trx: Work, practiceId: string, capacity: number): Promise<void> => {
  await trx.updateTable("practice").set({ basket_capacity: capacity }).where("id", "=", practiceId).execute();
};
