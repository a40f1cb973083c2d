import { inPractice } from "../store/in-practice.ts";
import { itemsFrom } from "../store/queries/items-from.ts";
import type { Database } from "../store/schema.ts";
import { itemFacts } from "./item-facts.ts";
import { keptItem } from "./kept-item.ts";
import type { ReadItemByHand } from "./reader-by-hand.ts";

const AT_A_TIME = 2000;

/**
 * Reads every item with the engine as it is now, and mends what the store keeps of those that it reads otherwise than
 * the engine that took them in: a product may be known that was not.
 */
export const readItemsAnew = async (db: Database, practiceId: string, readItem: ReadItemByHand): Promise<void> => {
  for (let after = 0; ;) {
    const items = await inPractice(db, practiceId, async (trx) => {
      const page = await itemsFrom(trx, after, AT_A_TIME);
      for (const item of page) {
        const facts = itemFacts(readItem(keptItem(item), null));
        const same = (Object.keys(facts) as (keyof typeof facts)[]).every((name) => facts[name] === item[name]);
        if (same) continue;
        const { class: itemClass, unreadReason, unreadBecause, countedIn, eachPerson } = facts;
        await trx
          .updateTable("item")
          .set({
            class: itemClass,
            unread_reason: unreadReason,
            unread_because: unreadBecause,
            counted_in: countedIn,
            each_person: eachPerson,
          })
          .where("id", "=", item.id)
          .execute();
      }
      return page;
    });
    if (items.length < AT_A_TIME) return;
    after = items.at(-1)!.id;
  }
};
