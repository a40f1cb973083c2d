import type { Item, ProductCode } from "@concord/core";
import type { ItemTable } from "../items/item-table.ts";
import { sameJson } from "./same-json.ts";
import { isObject, listOf, textOf, type Concept, type Quantity } from "./shapes.ts";

/** The parts of a resource that make its item, as parsed. */
export interface Written {
  readonly medication: Concept;
  readonly dosage: unknown;
  readonly quantity: Quantity | undefined;
  readonly duration: Quantity | undefined;
}

interface Known extends Written {
  readonly item: number;
}

/** Distinct items held before all are forgotten and read anew: keeps memory bounded. */
const KNOWN_KEPT = 100_000;

const codesOf = ({ coding }: Concept): readonly ProductCode[] =>
  listOf(coding)
    .filter(isObject)
    .flatMap(({ system, code }) =>
      textOf(code) === "" ? [] : [{ system: textOf(system) === "" ? null : textOf(system), code: textOf(code) }],
    );

/** The text of the concept, else the first display: what a person wrote or would read. */
const nameOf = ({ text, coding }: Concept): string =>
  textOf(text) ||
  (listOf(coding)
    .filter(isObject)
    .map(({ display }) => textOf(display))
    .find((each) => each !== "") ??
    "");

const DAYS_OF: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, wk: 7, week: 7, weeks: 7 };

const daysOf = (duration: Quantity | undefined): number | null => {
  const unit = (textOf(duration?.code) || textOf(duration?.unit)).toLowerCase();
  const days = Number(duration?.value) * (Object.hasOwn(DAYS_OF, unit) ? DAYS_OF[unit]! : Number.NaN);
  return Number.isInteger(days) && days > 0 ? days : null;
};

const itemOf = ({ medication, dosage, quantity, duration }: Written): Item => {
  const amount = quantity?.value;
  // "Less than 56" is no quantity: said as it stands, it is refused.
  const comparator = textOf(quantity?.comparator);
  return {
    product: { name: nameOf(medication), codes: codesOf(medication) },
    directions: { kind: "fhir-dosage", dosage: listOf(dosage) },
    quantity: typeof amount === "number" || typeof amount === "string" ? `${comparator}${String(amount)}` : null,
    quantityUnit: textOf(quantity?.unit) || textOf(quantity?.code) || null,
    days: daysOf(duration),
  };
};

/** An object may refuse to become text. */
const hinted = (value: unknown): string => (typeof value === "object" ? "?" : String(value));

/** Cheap and not exact: items that share it are compared in full. */
const hintOf = ({ medication, dosage, quantity }: Written): string => {
  const coding: unknown = Array.isArray(medication.coding) ? medication.coding[0] : undefined;
  const product = medication.text ?? (isObject(coding) ? coding["code"] : "");
  const first: unknown = Array.isArray(dosage) ? dosage[0] : undefined;
  const directions = isObject(first) ? first["text"] : "";
  return `${hinted(product)}|${hinted(directions)}|${hinted(quantity?.value)}`;
};

/** Remembers items by what is written, so that each distinct one is read once. */
export class ItemMemory {
  readonly #items: ItemTable;
  readonly #known = new Map<string, Known[]>();
  #count = 0;

  constructor(items: ItemTable) {
    this.#items = items;
  }

  /** The item's number; null where neither a name nor a code says what the product is. */
  itemFor(written: Written): number | null {
    const hint = hintOf(written);
    const candidates = this.#known.get(hint);
    if (candidates !== undefined) for (const known of candidates) if (isSame(known, written)) return known.item;
    const read = itemOf(written);
    if (read.product.name === "" && read.product.codes.length === 0) return null;
    return this.#remember(hint, { ...written, item: this.#items.read(read) });
  }

  #remember(hint: string, known: Known): number {
    if (++this.#count > KNOWN_KEPT) {
      this.#known.clear();
      this.#count = 1;
    }
    const candidates = this.#known.get(hint);
    if (candidates === undefined) this.#known.set(hint, [known]);
    else candidates.push(known);
    return known.item;
  }
}

const isSame = (a: Written, b: Written): boolean =>
  sameJson(a.medication, b.medication) &&
  sameJson(a.dosage, b.dosage) &&
  sameJson(a.quantity, b.quantity) &&
  sameJson(a.duration, b.duration);
