import type { Item, ProductText } from "@concord/core";

/** Parts held before they are forgotten: keeps memory bounded. */
const PARTS_KEPT = 100_000;

/** The one that is known under its key, else this one from now on. */
const same = <T>(known: Map<string, T>, key: string, part: T): T => {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= PARTS_KEPT) known.clear();
  known.set(key, part);
  return part;
};

/** Products and texts that many items have in common, each held once: they are most of what an item takes. */
export class SharedParts {
  readonly #products = new Map<string, ProductText>();
  readonly #texts = new Map<string, string>();

  /** An equal item made of parts that are held already, where they are. */
  sharing({ product, directions, quantity, quantityUnit, days }: Item): Item {
    const text = (own: string) => same(this.#texts, own, own);
    return {
      product: same(this.#products, JSON.stringify(product), product),
      directions: directions.kind === "text" ? { kind: "text", text: text(directions.text) } : directions,
      quantity: quantity === null ? null : text(quantity),
      quantityUnit: quantityUnit === null ? null : text(quantityUnit),
      days,
    };
  }

  clear(): void {
    this.#products.clear();
    this.#texts.clear();
  }
}
