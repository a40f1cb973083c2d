import { parseDay, type FactorTableId, type Issue, type ItemReading } from "@concord/core";
import { keptItem } from "../register/kept-item.ts";
import { readerByHand } from "../register/reader-by-hand.ts";
import { personIssues } from "../store/queries/person-issues.ts";
import type { Work } from "../store/schema.ts";

/** One person's issues, read under a table as the register reads them: by the engine, or by a person where it refused. */
export const issuesOf = async (trx: Work, personId: number, table: FactorTableId): Promise<readonly Issue[]> => {
  const { issues, items } = await personIssues(trx, personId);
  const read = readerByHand(table);
  const readings = new Map<number, ItemReading>(items.map((item) => [item.id, read(keptItem(item), item.byHand)]));
  return issues.map(({ day, kind, prescriber, file, row, itemId }) => ({
    day: parseDay(day)!,
    kind,
    prescriber,
    file,
    row,
    reading: readings.get(itemId)!,
  }));
};
