import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface BasketFound {
  readonly capacity: number;
  readonly people: readonly { readonly reference: string; readonly key: string; readonly addedAt: string }[];
}

/** Whom the practice invites in a month, in the order in which they were chosen, and how many it can see. */
export const basketOfMonth = async (trx: Work, practiceId: string, month: string): Promise<BasketFound> => {
  const { basket_capacity: capacity } = await trx
    .selectFrom("practice")
    .where("id", "=", practiceId)
    .select("basket_capacity")
    .executeTakeFirstOrThrow();
  const { rows } = await sql<BasketFound["people"][number]>`
    select person.reference, person.key, basket.added_at as "addedAt"
    from basket join person on person.id = basket.person_id
    where basket.month = ${month}
    order by basket.added_at, person.reference collate "C"`.execute(trx);
  return { capacity, people: rows };
};
