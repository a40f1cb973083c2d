import {
  createItemReader,
  fromNumber,
  identify,
  over,
  ratio,
  readDirections,
  readFhirDosage,
  toNumber,
  type CountedIn,
  type Directions,
  type DoseUnit,
  type FactorTableId,
  type Identification,
  type Item,
  type ItemReading,
  type Phase,
  type Ratio,
  type WearTime,
} from "@concord/core";

/** What a person read in directions: least and most a day, in what the product is counted in. */
export interface ByHand {
  readonly min: number;
  readonly max: number;
  readonly asNeeded: boolean;
}

export type ReadItemByHand = (item: Item, byHand: ByHand | null) => ItemReading;

const HOURS_A_DAY = ratio(24);
/** A patch a week is 0.14 a day to whoever types it: an interval this near to a licensed one is that one. */
const AS_GOOD_AS = 0.03;

/** In grams directions mean so much of the substance, not of the product; no unit of directions names cigarettes. */
const unitOf = (countedIn: CountedIn): DoseUnit =>
  countedIn === "cigarette" || countedIn === "g" ? "unit" : countedIn;

/** Six decimals, as doses are shown: one a week is typed as 0.142857, never as a fraction. */
const exact = (value: number): Ratio => {
  const read = fromNumber(Math.round(value * 1e6) / 1e6);
  if (read === null) throw new RangeError(`${value} is no amount a day`);
  return read;
};

const hoursBetween = (perDay: Ratio, wear: WearTime | null): Ratio => {
  const stated = over(HOURS_A_DAY, perDay);
  const near = wear?.licensedHours.find((hours) => Math.abs(toNumber(stated) - hours) <= hours * AS_GOOD_AS);
  return near === undefined ? stated : ratio(near);
};

/** One patch at the interval that makes so many a day; a person may use none where the least is none. */
const patchEach = ({ min, max }: ByHand, wear: WearTime | null): NonNullable<Phase["each"]> => {
  const shortest = hoursBetween(exact(max), wear);
  return {
    amount: { min: ratio(1), max: ratio(1) },
    everyHours: { min: shortest, max: min === 0 ? shortest : hoursBetween(exact(min), wear) },
  };
};

const directionsOf = (text: string, identification: Identification, byHand: ByHand): Directions => {
  const medicine = identification.kind === "opioid" ? identification.medicine : null;
  const isPatch = medicine?.countedIn === "patch";
  const phase: Phase = {
    perDay: { min: exact(byHand.min), max: exact(byHand.max) },
    unit: medicine === null ? "unit" : unitOf(medicine.countedIn),
    asNeeded: byHand.asNeeded,
    maxPerDay: null,
    days: null,
    each: isPatch ? patchEach(byHand, medicine.wear) : null,
  };
  return { status: "understood", text, phases: [phase], stated: [] };
};

const textOf = ({ directions }: Item): string => (directions.kind === "text" ? directions.text : "");

/**
 * Reads items as the engine does, but where a person has read the directions, with what that person found there in
 * place of them. Quantity, strength and factor stay the engine's own.
 */
export const readerByHand = (table: FactorTableId): ReadItemByHand => {
  const byEngine = createItemReader({ table, identify, readDirections, readFhirDosage });
  return (item, byHand) => {
    const read = byEngine(item);
    if (byHand === null) return read;
    const given = () => directionsOf(read.directions.text || textOf(item), read.identification, byHand);
    return createItemReader({
      table,
      identify: () => read.identification,
      readDirections: given,
      readFhirDosage: given,
      remembered: 1,
    })(item);
  };
};
