import { sql } from "kysely";
import type { Work } from "../schema.ts";
import type { ItemKept } from "./records-of-people.ts";

export interface TextToRead extends Omit<ItemKept, "id" | "byHand"> {
  readonly countedIn: string | null;
}

/** An item with the text that a key stands for, where the engine did not read it; null where there is no such text. */
export const textToRead = async (trx: Work, key: string): Promise<TextToRead | null> => {
  const { rows } = await sql<TextToRead>`
    select product_name as "productName", codes, directions, dosage, quantity, quantity_unit as "quantityUnit", days,
      counted_in as "countedIn"
    from item where reading_key = ${key} and unread_reason is not null
    order by id limit 1`.execute(trx);
  return rows[0] ?? null;
};
