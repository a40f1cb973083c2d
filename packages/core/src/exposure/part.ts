import type { CompanionClass, Opioid } from "../medicines/types.ts";
import type { DirectedPhase, DoseProblem, ItemReading, Unconverted } from "./types.ts";

/** What a product is to the reckoning; "none" is not watched. */
export type Role = "analgesic" | "maintenance" | "companion" | "none";

/** What one reading means to the kernel. */
export interface Part {
  readonly reading: ItemReading;
  readonly role: Role;
  /** Issues with one key are one medicine: a later one replaces an earlier one. A refused product goes by its name. */
  readonly key: string;
  readonly substance: Opioid | null;
  readonly companion: { readonly class: CompanionClass; readonly substance: string } | null;
  /** Substance and release, within which an issue ends the grace of earlier ones; null where not certain. */
  readonly family: string | null;
  /** Whole days that the supply lasts, where known. */
  readonly supplyDays: number | null;
  /** Whole days after which the directions themselves end; null where they do not. */
  readonly courseDays: number | null;
  readonly phases: readonly DirectedPhase[] | null;
  readonly notDirected: Unconverted | null;
  /** ng of the whole quantity; 0 with `notSupplied` set where it was refused. */
  readonly suppliedNanograms: number;
  readonly notSupplied: Unconverted | null;
}

/** The days of a course: those of its phases, where the last one has an end too. */
const courseDays = (phases: readonly { readonly days: number | null }[]): number | null => {
  let total = 0;
  for (const { days } of phases) {
    if (days === null) return null;
    total += days;
  }
  return Math.max(1, total);
};

const unconverted = (reading: ItemReading, substance: Opioid | null, problem: DoseProblem): Unconverted => ({
  substance,
  product: reading.item.product.name,
  problem,
});

const lengthOf = (reading: ItemReading) => ({
  supplyDays: reading.runOutDays ?? reading.item.days,
  courseDays:
    reading.directed.status === "computed"
      ? courseDays(reading.directed.value)
      : reading.directions.status === "understood"
        ? courseDays(reading.directions.phases)
        : null,
});

const opioidPart = (reading: ItemReading, who: Pick<Part, "role" | "key" | "substance" | "family">): Part => {
  const { directed, supplied } = reading;
  return {
    reading,
    ...who,
    companion: null,
    ...lengthOf(reading),
    phases: directed.status === "computed" ? directed.value : null,
    notDirected: directed.status === "refused" ? unconverted(reading, who.substance, directed.problem) : null,
    suppliedNanograms: supplied.status === "computed" ? supplied.value : 0,
    notSupplied: supplied.status === "refused" ? unconverted(reading, who.substance, supplied.problem) : null,
  };
};

const otherPart = (reading: ItemReading, companion: Part["companion"]): Part => ({
  reading,
  role: companion === null ? "none" : "companion",
  key: companion === null ? "" : `${companion.class} ${companion.substance}`,
  substance: null,
  companion,
  family: null,
  ...lengthOf(reading),
  phases: null,
  notDirected: null,
  suppliedNanograms: 0,
  notSupplied: null,
});

const partOfReading = new WeakMap<ItemReading, Part>();

/**
 * What a reading means to the kernel: worked out once, however many people have it. A refused product whose use is not
 * certain counts as an analgesic: the total then says "at least", where leaving it out would hide it.
 */
export const partOf = (reading: ItemReading): Part => {
  let part = partOfReading.get(reading);
  if (part === undefined) partOfReading.set(reading, (part = newPart(reading)));
  return part;
};

const newPart = (reading: ItemReading): Part => {
  const { identification } = reading;
  switch (identification.kind) {
    case "opioid": {
      const { id, substance, release, use } = identification.medicine;
      return opioidPart(reading, { role: use, key: id, substance, family: `${substance} ${release}` });
    }
    case "refused": {
      const role = identification.use === "maintenance" ? "maintenance" : "analgesic";
      const key = `name: ${reading.item.product.name}`;
      return opioidPart(reading, { role, key, substance: identification.substance, family: null });
    }
    case "companion":
      return otherPart(reading, identification);
    case "not-watched":
      return otherPart(reading, null);
  }
};
