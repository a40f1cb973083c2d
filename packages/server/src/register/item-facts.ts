import { createHash } from "node:crypto";
import { saysNoDose, type Item, type ItemReading } from "@concord/core";
import type { ItemClassName } from "../store/schema.ts";

/** What the store keeps of an item beside what is written. */
export interface ItemFacts {
  readonly class: ItemClassName;
  readonly unreadReason: string | null;
  readonly unreadBecause: string | null;
  readonly countedIn: string | null;
  /** Its text says no dose: what a person reads there holds for one person only. */
  readonly eachPerson: boolean;
}

const directionsOf = ({ directions }: Item): unknown =>
  directions.kind === "text" ? directions.text : directions.dosage;
const productOf = ({ product: { name, codes } }: Item): unknown => [
  name,
  codes.map(({ system, code }) => [system, code]),
];
const digest = (parts: unknown): Buffer => createHash("sha256").update(JSON.stringify(parts)).digest();

/** Equal items have one: everything that is written counts. */
export const itemHash = (item: Item): Buffer =>
  digest([productOf(item), item.directions.kind, directionsOf(item), item.quantity, item.quantityUnit, item.days]);

/** One for each text of each product, whatever its quantity: what a person reads once. */
export const readingKey = (item: Item): string =>
  digest([productOf(item), item.directions.kind, directionsOf(item)])
    .toString("hex")
    .slice(0, 32);

/** Problems that lie in the words of the directions, so that a person who reads them can mend it. */
const IN_THE_WORDS: ReadonlySet<string> = new Set([
  "directions-refused",
  "unit-does-not-fit",
  "stated-amount-disagrees",
  "implausible",
]);

/** What the engine, without any help by hand, makes of an item. */
export const itemFacts = ({ identification, directions, directed }: ItemReading): ItemFacts => {
  const medicine = identification.kind === "opioid" ? identification.medicine : null;
  const unread = medicine !== null && directed.status === "refused" && IN_THE_WORDS.has(directed.problem.code);
  const why = directions.status === "refused" ? directions : null;
  return {
    class: identification.kind,
    unreadReason: unread ? (why?.reason ?? directed.problem.code) : null,
    unreadBecause: unread ? (why?.because ?? directed.problem.detail) : null,
    countedIn: medicine?.countedIn ?? null,
    eachPerson: unread && why !== null && saysNoDose(why.reason),
  };
};
