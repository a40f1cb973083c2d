import type { Directions } from "../directions/types.ts";
import { factorTable } from "../equivalence/factor-tables.ts";
import { dependsOnDailyDose } from "../equivalence/find-factor.ts";
import type { FactorTable, FactorTableId } from "../equivalence/types.ts";
import type { Identification, Medicine, ProductText } from "../medicines/types.ts";
import { companionRunOut } from "./reading/companion-run-out.ts";
import { directionsKey, joinKeys, productKey, quantityKey } from "./reading/item-keys.ts";
import { productProblem } from "./reading/product-problem.ts";
import {
  type DirectedReading,
  type DoseReading,
  readOpioidDirected,
  readOpioidSupplied,
  runOutOf,
} from "./reading/read-opioid.ts";
import { remember } from "./reading/reading-cache.ts";
import { type Quantity, readQuantity } from "./read-quantity.ts";
import type { Computed, DirectionsAsWritten, Item, ItemReading, Nanograms } from "./types.ts";

/** What a reader reads with: the rooms of the core, or what a test puts in their place. */
export interface ItemReaderParts {
  readonly table: FactorTableId;
  readonly identify: (product: ProductText) => Identification;
  readonly readDirections: (text: string) => Directions;
  readonly readFhirDosage: (dosage: readonly unknown[]) => Directions;
  /** Most distinct items, products and texts that are remembered at a time. */
  readonly remembered?: number;
}

export type ItemReader = (item: Item) => ItemReading;

/** A practice has some thousands of distinct items, a country some hundred thousand. */
const REMEMBERED = 200_000;

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

/** The doses of an opioid item, put together from parts that other items share. */
const createDoseReader = (table: FactorTable, limit: number) => {
  const directed = remember<DirectedReading>(limit);
  const supplied = remember<Computed<Nanograms>>(limit);
  const quantities = remember<Quantity>(limit);

  return (item: Item, product: string, medicine: Medicine, written: string, directions: Directions): DoseReading => {
    const named = { name: item.product.name, medicine };
    const amount = quantityKey(item);
    const quantity = quantities(joinKeys(medicine.countedIn, amount), () =>
      readQuantity(item.quantity, item.quantityUnit, medicine.countedIn),
    );
    const asDirected = directed(joinKeys(product, written), () => readOpioidDirected(table, named, directions));
    const { amounts, wearConflict } = asDirected;
    const factorBy = dependsOnDailyDose(table, medicine) ? written : "";
    return {
      directed: asDirected.directed,
      supplied: supplied(joinKeys(product, amount, factorBy), () =>
        readOpioidSupplied(table, named, quantity, amounts),
      ),
      runOutDays: runOutOf(amounts, quantity),
      wearConflict,
    };
  };
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
  const readDose = createDoseReader(table, limit);

  const readNew = (item: Item, product: string, written: string, identification: Identification): ItemReading => {
    const directions = texts(written, () =>
      item.directions.kind === "text"
        ? parts.readDirections(item.directions.text)
        : parts.readFhirDosage(item.directions.dosage),
    );
    const dose =
      identification.kind === "opioid"
        ? readDose(item, product, identification.medicine, written, directions)
        : { ...withoutDose(identification), runOutDays: companionRunOut(item, directions) };
    return { item, table: table.id, identification, directions, ...dose };
  };

  return (item) => {
    const product = productKey(item.product);
    const identification = products(product, () => parts.identify(item.product));
    if (identification.kind === "not-watched") {
      const directions = { ...NOT_READ, text: textOf(item.directions) };
      return { item, table: table.id, identification, directions, ...withoutDose(identification) };
    }
    const written = directionsKey(item.directions);
    const key = joinKeys(product, written, quantityKey(item), String(item.days));
    return items(key, () => readNew(item, product, written, identification));
  };
};
