import type { Item } from "@concord/core";

interface Kept {
  readonly productName: string;
  readonly codes: readonly { readonly system: string | null; readonly code: string }[];
  readonly directions: string;
  readonly dosage: readonly unknown[] | null;
  readonly quantity: string | null;
  readonly quantityUnit: string | null;
  readonly days: number | null;
}

/** An item as it was written, from what the store keeps of it. */
export const keptItem = ({ productName, codes, directions, dosage, quantity, quantityUnit, days }: Kept): Item => ({
  product: { name: productName, codes },
  directions: dosage === null ? { kind: "text", text: directions } : { kind: "fhir-dosage", dosage },
  quantity,
  quantityUnit,
  days,
});
