import type { Computed, Directions, Identification, Item, ItemReading } from "@concord/core";
import { sayDirections, WITHHELD } from "./say-directions.ts";

const countedInOf = (found: Identification): string | null =>
  found.kind === "opioid" ? found.medicine.countedIn : null;

const maskedText = (directions: Directions, found: Identification): Directions => {
  const text = sayDirections(directions, countedInOf(found));
  return directions.status === "refused" ? { ...directions, text, because: "" } : { ...directions, text };
};

/** Says of a medicine by the table's names that there is no factor for it. */
const QUOTES_NOTHING = "no-factor";

/** Words of the record may stand in what a refusal quotes, and in the steps of a working. */
const maskedResult = <T>(result: Computed<T>): Computed<T> =>
  result.status === "computed"
    ? { ...result, steps: [] }
    : {
        ...result,
        steps: [],
        problem:
          result.problem.code === QUOTES_NOTHING ? result.problem : { ...result.problem, detail: result.problem.code },
      };

const maskedIdentification = (found: Identification): Identification => {
  if (found.kind !== "refused") return found;
  const { problem } = found;
  return {
    ...found,
    problem:
      problem.code === "code-and-name-disagree"
        ? { ...problem, byCode: WITHHELD, byName: WITHHELD }
        : { ...problem, found: WITHHELD },
  };
};

/** A count alone: whatever else stands in a quantity may be anything. */
const maskedQuantity = ({ quantity, quantityUnit }: Item, identification: Identification) => {
  const isCount = quantity !== null && /^\d{1,6}(?:\.\d{1,3})?$/.test(quantity.trim());
  const unit = countedInOf(identification);
  const known = unit !== null && quantityUnit !== null ? unit : null;
  return { quantity: isCount ? quantity.trim() : null, quantityUnit: isCount ? known : null };
};

/**
 * Readings as they may be shown to whoever is not to know whose they are: what the engine made of the true words, with
 * the words themselves taken out. A product is named as the dictionary names it; one that it does not know by a code
 * with a number, so that two of them stay two.
 */
export const createMask = (): ((reading: ItemReading) => ItemReading) => {
  const numbers = new Map<string, number>();
  const withheld = (name: string): string => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return `withheld-product-${number}`;
  };
  const nameOf = ({ identification: found, item }: ItemReading): string => {
    if (found.kind === "opioid") return found.medicine.name;
    if (found.kind === "companion") return found.substance;
    const known = found.kind === "refused" && found.substance !== null ? `${found.substance}: ` : "";
    return `${known}${withheld(item.product.name)}`;
  };
  return (reading) => {
    const directions = maskedText(reading.directions, reading.identification);
    return {
      ...reading,
      item: {
        product: { name: nameOf(reading), codes: [] },
        directions: { kind: "text", text: directions.text },
        ...maskedQuantity(reading.item, reading.identification),
        days: reading.item.days,
      },
      identification: maskedIdentification(reading.identification),
      directions,
      directed: maskedResult(reading.directed),
      supplied: maskedResult(reading.supplied),
    };
  };
};
