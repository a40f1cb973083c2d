import { sql } from "kysely";
import type { ItemClassName, Work } from "../schema.ts";

export interface ItemAsKept {
  readonly id: number;
  readonly productName: string;
  readonly codes: readonly { readonly system: string | null; readonly code: string }[];
  readonly directions: string;
  readonly dosage: readonly unknown[] | null;
  readonly quantity: string | null;
  readonly quantityUnit: string | null;
  readonly days: number | null;
  readonly class: ItemClassName;
  readonly unreadReason: string | null;
  readonly unreadBecause: string | null;
  readonly countedIn: string | null;
}

/** The next so many items after one, with what the engine made of them when they were last read. */
export const itemsFrom = async (trx: Work, after: number, most: number): Promise<readonly ItemAsKept[]> => {
  const { rows } = await sql<ItemAsKept>`
    select id, product_name as "productName", codes, directions, dosage, quantity, quantity_unit as "quantityUnit", days,
      class, unread_reason as "unreadReason", unread_because as "unreadBecause", counted_in as "countedIn"
    from item where id > ${after} order by id limit ${most}`.execute(trx);
  return rows;
};
