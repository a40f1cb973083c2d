import type { ProductText } from "../../medicines/types.ts";
import type { DirectionsAsWritten, Item } from "../types.ts";

/*
 * Texts by which equal things are known again. The separators are control characters, which no record's text
 * holds; a missing value differs from an empty one.
 */
const BETWEEN = "\u0001";
const MISSING = "\u0002";

export const productKey = ({ name, codes }: ProductText): string => {
  let key = name;
  for (const { system, code } of codes) key += BETWEEN + (system ?? MISSING) + BETWEEN + code;
  return key;
};

export const directionsKey = (written: DirectionsAsWritten): string =>
  written.kind === "text" ? written.text : BETWEEN + JSON.stringify(written.dosage);

export const quantityKey = ({ quantity, quantityUnit }: Item): string =>
  (quantity ?? MISSING) + BETWEEN + (quantityUnit ?? MISSING);

export const joinKeys = (...keys: readonly string[]): string => keys.join("\u0003");
