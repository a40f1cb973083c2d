import type { Item } from "@concord/core";
import type { ItemWritten } from "../store/queries/item-columns.ts";

/** An item as it was written, from what the store keeps of it. */
export const keptItem = ({
  productName,
  codes,
  directions,
  dosage,
  quantity,
  quantityUnit,
  days,
}: ItemWritten): Item => ({
  product: { name: productName, codes },
  directions: dosage === null ? { kind: "text", text: directions } : { kind: "fhir-dosage", dosage },
  quantity,
  quantityUnit,
  days,
});
