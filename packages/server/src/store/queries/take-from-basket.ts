import type { Work } from "../schema.ts";

/** Takes someone out of the invitations of a month, where they are in. */
export const takeFromBasket = async (trx: Work, month: string, personId: number): Promise<void> => {
  await trx.deleteFrom("basket").where("month", "=", month).where("person_id", "=", personId).execute();
};
