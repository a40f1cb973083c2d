import { sql } from "kysely";
import type { ItemClassName, Work } from "../schema.ts";

/** An item; hash in hexadecimal, codes and dosage as JSON text. */
export interface ItemToKeep {
  readonly hash: string;
  readonly product_name: string;
  readonly codes: string;
  readonly directions: string;
  readonly dosage: string | null;
  readonly quantity: string | null;
  readonly quantity_unit: string | null;
  readonly days: number | null;
  readonly class: ItemClassName;
  readonly reading_key: string;
  readonly unread_reason: string | null;
  readonly unread_because: string | null;
  readonly counted_in: string | null;
  readonly each_person: boolean;
}

/** Keeps the items that are not known yet and says the numbers of all. */
export const keepItems = async (
  trx: Work,
  practiceId: string,
  items: readonly ItemToKeep[],
): Promise<readonly { readonly id: number; readonly hash: string }[]> => {
  const column = <K extends keyof ItemToKeep>(name: K) => items.map((item) => item[name]);
  await sql`
    insert into item (practice_id, hash, product_name, codes, directions, dosage, quantity, quantity_unit, days, class,
      reading_key, unread_reason, unread_because, counted_in, each_person)
    select ${practiceId}::uuid, decode(hash, 'hex'), product_name, codes::jsonb, directions, dosage::jsonb, quantity,
      quantity_unit, days, class, reading_key, unread_reason, unread_because, counted_in, each_person
    from unnest(${column("hash")}::text[], ${column("product_name")}::text[], ${column("codes")}::text[],
      ${column("directions")}::text[], ${column("dosage")}::text[], ${column("quantity")}::text[],
      ${column("quantity_unit")}::text[], ${column("days")}::int[], ${column("class")}::text[],
      ${column("reading_key")}::text[], ${column("unread_reason")}::text[], ${column("unread_because")}::text[],
      ${column("counted_in")}::text[], ${column("each_person")}::bool[]) as new(hash, product_name, codes, directions, dosage, quantity, quantity_unit,
      days, class, reading_key, unread_reason, unread_because, counted_in, each_person)
    on conflict (practice_id, hash) do nothing`.execute(trx);
  const { rows } = await sql<{ id: number; hash: string }>`
    select id, encode(hash, 'hex') as hash from item
    where hash in (select decode(known, 'hex') from unnest(${column("hash")}::text[]) as known)`.execute(trx);
  return rows;
};
