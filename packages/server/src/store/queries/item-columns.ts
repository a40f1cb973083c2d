import { sql } from "kysely";

/** An item as it was written, as far as the store keeps it. */
export interface ItemWritten {
  readonly productName: string;
  readonly codes: readonly { readonly system: string | null; readonly code: string }[];
  readonly directions: string;
  readonly dosage: readonly unknown[] | null;
  readonly quantity: string | null;
  readonly quantityUnit: string | null;
  readonly days: number | null;
}

/** The columns of `item` that make an `ItemWritten`. */
export const itemWritten = sql`item.product_name as "productName", item.codes, item.directions, item.dosage,
  item.quantity, item.quantity_unit as "quantityUnit", item.days`;

/** What a person read in the text of an item. */
export interface ReadByHand {
  readonly min: number;
  readonly max: number;
  readonly asNeeded: boolean;
}

/** A reading of `reading_by_hand by_hand` as a `ReadByHand`; null where the join found none. */
export const readByHand = sql`case when by_hand.id is not null then jsonb_build_object(
  'min', by_hand.min_a_day, 'max', by_hand.max_a_day, 'asNeeded', by_hand.as_needed) end as "byHand"`;
