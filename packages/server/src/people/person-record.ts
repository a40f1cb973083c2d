import { parseDay, type FactorTableId, type Issue, type Item, type ItemReading } from "@concord/core";
import { personIssues, type ItemFound } from "../store/queries/person-issues.ts";
import type { Work } from "../store/schema.ts";
import { itemReaderByHand } from "./item-reader-by-hand.ts";

const itemOf = (found: ItemFound): Item => ({
  product: { name: found.productName, codes: found.codes },
  directions:
    found.dosage === null ? { kind: "text", text: found.directions } : { kind: "fhir-dosage", dosage: found.dosage },
  quantity: found.quantity,
  quantityUnit: found.quantityUnit,
  days: found.days,
});

/** One person's issues, read under a table as the register reads them: by the engine, or by a person where it refused. */
export const issuesOf = async (trx: Work, personId: number, table: FactorTableId): Promise<readonly Issue[]> => {
  const { issues, items } = await personIssues(trx, personId);
  const read = itemReaderByHand(table);
  const readings = new Map<number, ItemReading>(items.map((item) => [item.id, read(itemOf(item), item.byHand)]));
  return issues.map(({ day, kind, prescriber, file, row, itemId }) => ({
    day: parseDay(day)!,
    kind,
    prescriber,
    file,
    row,
    reading: readings.get(itemId)!,
  }));
};
