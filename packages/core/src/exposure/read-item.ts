import type { Directions } from "../directions/types.ts";
import { factorTable } from "../equivalence/factor-tables.ts";
import type { FactorTableId } from "../equivalence/types.ts";
import type { Identification, ProductText } from "../medicines/types.ts";
import { companionRunOut } from "./reading/companion-run-out.ts";
import { productProblem } from "./reading/product-problem.ts";
import { type DoseReading, readOpioid } from "./reading/read-opioid.ts";
import { remember } from "./reading/reading-cache.ts";
import type { Computed, DirectionsAsWritten, Item, ItemReading } from "./types.ts";

/** What a reader reads with. The defaults are those of the core; tests and comparisons bring their own. */
export interface ItemReaderParts {
  readonly table: FactorTableId;
  readonly identify: (product: ProductText) => Identification;
  readonly readDirections: (text: string) => Directions;
  readonly readFhirDosage: (dosage: readonly unknown[]) => Directions;
  /** Most distinct items, products and texts that are remembered at a time. */
  readonly remembered?: number;
}

export type ItemReader = (item: Item) => ItemReading;

/** Distinct items of a country fit several times over; their readings take well under 300 MB. */
const REMEMBERED = 50_000;

const SEPARATOR = "\u0000";

const productKey = ({ name, codes }: ProductText): string => {
  let key = name;
  for (const { system, code } of codes) key += `${SEPARATOR}${system ?? ""}|${code}`;
  return key;
};

const directionsKey = (written: DirectionsAsWritten): string =>
  written.kind === "text" ? `t${written.text}` : `f${JSON.stringify(written.dosage)}`;

const itemKey = (item: Item, product: string): string =>
  [
    product,
    directionsKey(item.directions),
    item.quantity ?? "\u0001",
    item.quantityUnit ?? "\u0001",
    item.days ?? "",
  ].join("\u0002");

/** Directions of things that no one watches are not read at all. */
const NOT_READ = {
  status: "refused",
  reason: "not-a-dose",
  because: "not read: no opioid and no watched medicine",
} as const;

const textOf = (written: DirectionsAsWritten): string => (written.kind === "text" ? written.text : "");

const withoutDose = (identification: Exclude<Identification, { kind: "opioid" }>): DoseReading => {
  const refused: Computed<never> = { status: "refused", problem: productProblem(identification), steps: [] };
  return { directed: refused, supplied: refused, runOutDays: null, wearConflict: null };
};

/**
 * A reader of prescription items under one factor table: what an item's product is, what its directions mean, its
 * dose as directed (ng OME a day) and as supplied (ng OME in all), each with its working or a reason for refusal.
 * Each distinct product, text and item is read once; equal items share one reading.
 * Source: the table, and what each step names.
 * @example createItemReader({ table: "uk", identify, readDirections, readFhirDosage })(mst60TwiceADay).directed
 * // computed: one phase, 120_000_000 ng a day
 */
export const createItemReader = (parts: ItemReaderParts): ItemReader => {
  const table = factorTable(parts.table);
  const limit = parts.remembered ?? REMEMBERED;
  const products = remember<Identification>(limit);
  const texts = remember<Directions>(limit);
  const items = remember<ItemReading>(limit);

  const directionsOf = (written: DirectionsAsWritten): Directions =>
    texts(directionsKey(written), () =>
      written.kind === "text" ? parts.readDirections(written.text) : parts.readFhirDosage(written.dosage),
    );

  return (item) => {
    const product = productKey(item.product);
    const identification = products(product, () => parts.identify(item.product));
    if (identification.kind === "not-watched") {
      const directions = { ...NOT_READ, text: textOf(item.directions) };
      return { item, table: table.id, identification, directions, ...withoutDose(identification) };
    }
    return items(itemKey(item, product), () => {
      const directions = directionsOf(item.directions);
      const dose =
        identification.kind === "opioid"
          ? readOpioid(table, item, identification.medicine, directions)
          : { ...withoutDose(identification), runOutDays: companionRunOut(item, directions) };
      return { item, table: table.id, identification, directions, ...dose };
    });
  };
};
