import type { Identification, Item, ItemReading } from "@concord/core";
import {
  COMPANION,
  NOT_WATCHED,
  OPIOID,
  REFUSED,
  type ItemClass,
  type ItemProblem,
  type Method,
} from "../account/tally.ts";
import { ownCopy } from "./own-copy.ts";
import { SharedParts } from "./shared-parts.ts";

/** The one number that all items of unwatched medicines share: their rows are counted, not kept. */
export const UNWATCHED_ITEM = -1;

/** Unwatched products held before they are forgotten and read anew: keeps memory bounded. */
const UNWATCHED_KEPT = 50_000;
/** Readings held twice over, each with its working; one not met for that many others is let go, and read again if met. */
const READINGS_KEPT = 8000;

const classOf = (identification: Identification): ItemClass => {
  switch (identification.kind) {
    case "opioid":
      return OPIOID;
    case "companion":
      return COMPANION;
    case "refused":
      return REFUSED;
    case "not-watched":
      return NOT_WATCHED;
  }
};

const METHODS: readonly Method[] = ["directed", "supplied"];

/** Lists of problems, each held once however many items have it. */
const createProblemLists = (): ((reading: ItemReading) => readonly ItemProblem[]) => {
  const lists = new Map<string, readonly ItemProblem[]>();
  return (reading) => {
    const problems = METHODS.flatMap((method) => {
      const computed = reading[method];
      return computed.status === "refused" ? [{ method, code: computed.problem.code }] : [];
    });
    const key = JSON.stringify(reading.identification.kind === "opioid" ? problems : []);
    let list = lists.get(key);
    if (list === undefined) lists.set(key, (list = JSON.parse(key) as readonly ItemProblem[]));
    return list;
  };
};

/** Each distinct item once: the reader's cheap keys of the raw cells to the item's reading. */
export class ItemTable {
  readonly #readItem: (item: Item) => ItemReading;
  readonly #keepUnwatched: boolean;
  readonly #problemsOf = createProblemLists();
  /** By the key of their product, then by that of the rest. */
  readonly #ids = new Map<string, Map<string, number>>();
  readonly #unwatched = new Set<string>();
  readonly #parts = new SharedParts();
  readonly #items: Item[] = [];
  #lately = new Map<number, ItemReading>();
  #before = new Map<number, ItemReading>();
  readonly classes: ItemClass[] = [];
  readonly problems: (readonly ItemProblem[])[] = [];

  /** `keepUnwatched`: items of unwatched medicines get identifiers of their own too. */
  constructor(readItem: (item: Item) => ItemReading, keepUnwatched = false) {
    this.#readItem = readItem;
    this.#keepUnwatched = keepUnwatched;
  }

  /** Items known at the moment. */
  get size(): number {
    return this.#items.length;
  }

  /** Known since an item with these keys was added; undefined where none was. */
  find(productKey: string, restKey: string): number | undefined {
    return this.#ids.get(productKey)?.get(restKey);
  }

  /** Whether a product with this key was found to be no watched medicine, whatever its directions and quantity. */
  isUnwatched(productKey: string): boolean {
    return this.#unwatched.has(productKey);
  }

  /** Reads the item and remembers it under its keys; where it is no watched medicine, its product alone. */
  add(productKey: string, restKey: string, item: Item): number {
    const id = this.read(item);
    if (id === UNWATCHED_ITEM) {
      if (this.#unwatched.size >= UNWATCHED_KEPT) this.#unwatched.clear();
      this.#unwatched.add(ownCopy(productKey));
      return id;
    }
    let ofProduct = this.#ids.get(productKey);
    if (ofProduct === undefined) this.#ids.set(ownCopy(productKey), (ofProduct = new Map()));
    ofProduct.set(ownCopy(restKey), id);
    return id;
  }

  /** Reads the item for a reader that keeps its own keys. */
  read(item: Item): number {
    const reading = this.#readItem(item);
    const itemClass = classOf(reading.identification);
    if (itemClass === NOT_WATCHED && !this.#keepUnwatched) return UNWATCHED_ITEM;
    this.classes.push(itemClass);
    this.problems.push(this.#problemsOf(reading));
    const id = this.#items.push(this.#parts.sharing(item)) - 1;
    this.#hold(id, reading);
    return id;
  }

  /** Forgets every item, so that a long file with ever new ones stays within memory; identifiers start anew. */
  clear(): void {
    for (const known of [this.#ids, this.#parts, this.#lately, this.#before]) known.clear();
    for (const column of [this.#items, this.classes, this.problems]) column.length = 0;
  }

  /** What the item means: the same however often it is asked. */
  reading(id: number): ItemReading {
    const held = this.#lately.get(id);
    if (held !== undefined) return held;
    const reading = this.#before.get(id) ?? this.#readItem(this.#items[id]!);
    this.#hold(id, reading);
    return reading;
  }

  #hold(id: number, reading: ItemReading): void {
    if (this.#lately.size >= READINGS_KEPT) {
      this.#before = this.#lately;
      this.#lately = new Map();
    }
    this.#lately.set(id, reading);
  }
}
