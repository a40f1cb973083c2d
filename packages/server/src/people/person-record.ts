import { parseDay, type Day, type FactorTableId, type Issue, type ItemReading } from "@concord/core";
import { keptItem } from "../register/kept-item.ts";
import { readerByHand } from "../register/reader-by-hand.ts";
import { stoppedOn } from "../register/stopped-on.ts";
import { personIssues } from "../store/queries/person-issues.ts";
import type { Work } from "../store/schema.ts";

/**
 * One person's issues, read under a table as the register of that day reads them: by the engine, or by a person where
 * it refused.
 */
export const issuesOf = async (
  trx: Work,
  personId: number,
  table: FactorTableId,
  lastDay: Day,
): Promise<readonly Issue[]> => {
  const { issues, items } = await personIssues(trx, personId);
  const read = readerByHand(table);
  const readings = new Map<number, ItemReading>(items.map((item) => [item.id, read(keptItem(item), item.byHand)]));
  return issues.map(({ day, kind, prescriber, file, row, itemId, ...rest }) => ({
    day: parseDay(day)!,
    kind,
    prescriber,
    file,
    row,
    reading: readings.get(itemId)!,
    ...stoppedOn(rest, lastDay),
  }));
};
