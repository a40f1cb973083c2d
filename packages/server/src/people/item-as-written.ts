import type { Item } from "@concord/core";
import type { ItemFound } from "../store/queries/person-issues.ts";

/** An item as core reads it, out of its row. */
export const itemAsWritten = (found: Omit<ItemFound, "id" | "byHand">): Item => ({
  product: { name: found.productName, codes: found.codes },
  directions:
    found.dosage === null ? { kind: "text", text: found.directions } : { kind: "fhir-dosage", dosage: found.dosage },
  quantity: found.quantity,
  quantityUnit: found.quantityUnit,
  days: found.days,
});
