import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { itemWritten, type ItemWritten } from "./item-columns.ts";

export interface TextToRead extends ItemWritten {
  readonly countedIn: string | null;
  /** It says no dose: it can be read for one person only. */
  readonly eachPerson: boolean;
}

/** An item with the text that a key stands for, where the engine did not read it; null where there is no such text. */
export const textToRead = async (trx: Work, key: string): Promise<TextToRead | null> => {
  const { rows } = await sql<TextToRead>`
    select ${itemWritten}, counted_in as "countedIn", each_person as "eachPerson"
    from item where reading_key = ${key} and unread_reason is not null
    order by id limit 1`.execute(trx);
  return rows[0] ?? null;
};
