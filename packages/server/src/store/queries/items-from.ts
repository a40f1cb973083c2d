import { sql } from "kysely";
import type { ItemClassName, Work } from "../schema.ts";
import { itemWritten, type ItemWritten } from "./item-columns.ts";

export interface ItemAsKept extends ItemWritten {
  readonly id: number;
  readonly class: ItemClassName;
  readonly unreadReason: string | null;
  readonly unreadBecause: string | null;
  readonly countedIn: string | null;
  readonly eachPerson: boolean;
}

/** The next so many items after one, with what the engine made of them when they were last read. */
export const itemsFrom = async (trx: Work, after: number, most: number): Promise<readonly ItemAsKept[]> => {
  const { rows } = await sql<ItemAsKept>`
    select id, ${itemWritten}, class, unread_reason as "unreadReason", unread_because as "unreadBecause",
      counted_in as "countedIn", each_person as "eachPerson"
    from item where id > ${after} order by id limit ${most}`.execute(trx);
  return rows;
};
