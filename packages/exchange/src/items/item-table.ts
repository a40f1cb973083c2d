import type { Identification, Item, ItemReading } from "@concord/core";
import { COMPANION, NOT_WATCHED, OPIOID, REFUSED, type ItemClass, type ItemProblem } from "../account/tally.ts";

/** The one identifier that all items of unwatched medicines share: their rows are counted, not kept. */
export const UNWATCHED_ITEM = -1;

/** Keys of unwatched items held before they are forgotten and read anew: keeps memory bounded. */
const UNWATCHED_KEYS_KEPT = 100_000;

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

const problemsOf = ({ directed, supplied, identification }: ItemReading): readonly ItemProblem[] => {
  if (identification.kind !== "opioid" || identification.medicine.use === "maintenance") return [];
  const problems: ItemProblem[] = [];
  if (directed.status === "refused") problems.push({ method: "directed", problem: directed.problem });
  if (supplied.status === "refused") problems.push({ method: "supplied", problem: supplied.problem });
  return problems;
};

/** Each distinct item once: the reader's cheap key of the raw cells to the item's reading. */
export class ItemTable {
  readonly #readItem: (item: Item) => ItemReading;
  readonly #ids = new Map<string, number>();
  #unwatched = 0;
  readonly readings: ItemReading[] = [];
  readonly classes: ItemClass[] = [];
  readonly problems: (readonly ItemProblem[])[] = [];

  constructor(readItem: (item: Item) => ItemReading) {
    this.#readItem = readItem;
  }

  /** Known since an item with this key was added; undefined where none was. */
  find(key: string): number | undefined {
    return this.#ids.get(key);
  }

  /** Reads the item and remembers it under the key. */
  add(key: string, item: Item): number {
    const id = this.read(item);
    if (id === UNWATCHED_ITEM && ++this.#unwatched > UNWATCHED_KEYS_KEPT) this.#forgetUnwatched();
    this.#ids.set(ownCopy(key), id);
    return id;
  }

  /** Reads the item for a reader that keeps its own keys. */
  read(item: Item): number {
    const reading = this.#readItem(item);
    const itemClass = classOf(reading.identification);
    if (itemClass === NOT_WATCHED) return UNWATCHED_ITEM;
    this.readings.push(reading);
    this.classes.push(itemClass);
    this.problems.push(problemsOf(reading));
    return this.readings.length - 1;
  }

  #forgetUnwatched(): void {
    for (const [key, id] of this.#ids) if (id === UNWATCHED_ITEM) this.#ids.delete(key);
    this.#unwatched = 0;
  }
}

/** A string of its own: a slice would keep alive the megabyte that it was cut from. */
export const ownCopy = (text: string): string => Buffer.from(text, "utf8").toString("utf8");
