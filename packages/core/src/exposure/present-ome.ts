import { factorTable, sayTable } from "../equivalence/factor-tables.ts";
import type { FactorTableId, Step } from "../equivalence/types.ts";
import { sayNumber } from "../equivalence/wording.ts";
import { fromNumber } from "../quantity/ratio.ts";
import { milligrams } from "./milligrams.ts";
import type { ItemReader } from "./read-item.ts";
import type { Computed, DoseProblem, Item, ItemReading } from "./types.ts";

/** One product with its directions, as a person or another program asks about it. */
export interface OmeQuestion {
  readonly product: string;
  readonly code?: string | null;
  readonly system?: string | null;
  /** Text, or a number: so many a day of what the product is counted in. */
  readonly directions?: string | number | null;
  readonly quantity?: string | number | null;
  /** Whole days that the quantity is meant to last. */
  readonly days?: number | null;
}

/** mg OME a day. */
interface Milligrams {
  readonly min: number;
  readonly max: number;
}

export interface OmeAnswer {
  readonly status: "computed" | "refused";
  /** "directed": what the directions allow. "supplied": quantity over days, where directions cannot be read. */
  readonly basis: "directed" | "supplied" | null;
  /** mg OME a day, rounded once to six decimals, halves to even; the first phase where there are several. */
  readonly ome: Milligrams | null;
  /** Every phase with its days, where the directions have more than one. */
  readonly phases: readonly (Milligrams & { readonly days: number | null })[];
  readonly table: FactorTableId;
  readonly tableName: string;
  /** "code: detail" of a refusal, or what to know beside the number; null where there is nothing to add. */
  readonly reason: string | null;
  readonly working: readonly Step[];
}

const MOST_DAYS = 3660;

const directionsText = (directions: OmeQuestion["directions"]): string => {
  if (typeof directions !== "number") return directions ?? "";
  const exact = fromNumber(directions);
  return exact === null ? String(directions) : `${sayNumber(exact)} a day`;
};

const itemOf = (question: OmeQuestion): Item => {
  const { product, code, system, quantity, days } = question;
  return {
    product: {
      name: product,
      codes: code === undefined || code === null || code === "" ? [] : [{ system: system ?? null, code }],
    },
    directions: { kind: "text", text: directionsText(question.directions) },
    quantity: quantity === undefined || quantity === null ? null : String(quantity),
    quantityUnit: null,
    days: days ?? null,
  };
};

const sayReason = ({ code, detail }: DoseProblem): string => `${code}: ${detail}`;

const sayWearConflict = ({ wearConflict }: ItemReading): string | null =>
  wearConflict === null
    ? null
    : `patch-wear-conflict: changed every ${wearConflict.statedHours} hours, licensed for ${wearConflict.licensedHours.join(" or ")}`;

type Directed = Extract<ItemReading["directed"], { status: "computed" }>;

const asDirected = (reading: ItemReading, { value, steps }: Directed): Omit<OmeAnswer, "table" | "tableName"> => {
  const phases = value.map(({ days, min, max }) => ({ days, min: milligrams(min), max: milligrams(max) }));
  const [{ min, max }] = value;
  return {
    status: "computed",
    basis: "directed",
    ome: { min: milligrams(min), max: milligrams(max) },
    phases: phases.length === 1 ? [] : phases,
    reason: sayWearConflict(reading),
    working: steps,
  };
};

const refusal = ({ problem, steps }: Extract<Computed<unknown>, { status: "refused" }>) => ({
  status: "refused" as const,
  basis: null,
  ome: null,
  phases: [],
  reason: sayReason(problem),
  working: steps,
});

const asSupplied = (reading: ItemReading, days: number, why: DoseProblem): Omit<OmeAnswer, "table" | "tableName"> => {
  const { supplied } = reading;
  if (supplied.status === "refused") return refusal(supplied);
  const perDay = milligrams(supplied.value, days);
  const say = `${milligrams(supplied.value)} mg OME over ${days} days = ${perDay} mg OME a day`;
  return {
    status: "computed",
    basis: "supplied",
    ome: { min: perDay, max: perDay },
    phases: [],
    reason: `as supplied, because ${sayReason(why)}`,
    working: [...supplied.steps, { say, source: "the days of supply" }],
  };
};

const answer = (reading: ItemReading): Omit<OmeAnswer, "table" | "tableName"> => {
  const { directed, item } = reading;
  if (directed.status === "computed") return asDirected(reading, directed);
  const { days } = item;
  const hasDays = days !== null && Number.isInteger(days) && days > 0 && days <= MOST_DAYS;
  return directed.problem.code === "directions-refused" && item.quantity !== null && hasDays
    ? asSupplied(reading, days, directed.problem)
    : refusal(directed);
};

/**
 * The oral morphine equivalent of one product with its directions, mg a day, with its working; or as supplied
 * (quantity over days) where the directions cannot be read; or why there is none.
 * @example presentOme(reader, { product: "MST Continus 60mg tablets", directions: "one three times a day" }).ome
 * // { min: 180, max: 180 }
 */
export const presentOme = (readItem: ItemReader, question: OmeQuestion): OmeAnswer => {
  const reading = readItem(itemOf(question));
  return { ...answer(reading), table: reading.table, tableName: sayTable(factorTable(reading.table)) };
};
