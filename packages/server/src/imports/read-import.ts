import type { Day } from "@concord/core";
import { readRows, type RowBatch, type RowsFound } from "@concord/exchange";
import { createItemReader, identify, readDirections, readFhirDosage } from "@concord/core";
import { inPractice } from "../store/in-practice.ts";
import { describeImport } from "../store/queries/describe-import.ts";
import { failImport } from "../store/queries/fail-import.ts";
import { finishImport } from "../store/queries/finish-import.ts";
import type { ImportToRead } from "../store/queries/next-import.ts";
import type { Database } from "../store/schema.ts";
import { keptPath } from "./keep-file.ts";
import { RecordKeeper } from "./record-keeper.ts";

export interface ReadingOf {
  readonly db: Database;
  readonly practiceId: string;
  readonly dataFolder: string;
  /** Rows dated after it are set aside. */
  readonly latestDay: Day;
  /** The service is about to end: the next start goes on after the batch at hand. */
  readonly stopping: () => boolean;
  readonly onBatch: (id: number, batch: RowBatch) => void;
}

/** "stopped": the service ends; "called-off": someone cancelled it; "failed": the file cannot be read to its end. */
export type ReadOutcome = "read" | "failed" | "called-off" | "stopped";

class Halt extends Error {
  readonly why: "called-off" | "stopped";
  constructor(why: "called-off" | "stopped") {
    super(why);
    this.why = why;
  }
}

const begin = ({ db, practiceId }: ReadingOf, id: number): Promise<unknown> =>
  inPractice(db, practiceId, (trx) =>
    trx
      .updateTable("import")
      .set({ state: "reading", started_at: new Date().toISOString() })
      .where("id", "=", id)
      .where("state", "=", "queued")
      .execute(),
  );

/** Reads the rows of one import into the store, from where it stopped last time. */
export const readImport = async (of: ReadingOf, job: ImportToRead): Promise<ReadOutcome> => {
  const { db, practiceId, dataFolder, latestDay } = of;
  const { id, sha256, lastRow } = job;
  await begin(of, id);
  const keeper = new RecordKeeper(practiceId, id);
  const onBatch = async (batch: RowBatch): Promise<void> => {
    const kept = await inPractice(db, practiceId, (trx) => keeper.keep(trx, batch));
    if (kept === "called-off") throw new Halt("called-off");
    of.onBatch(id, batch);
    if (of.stopping()) throw new Halt("stopped");
  };
  const onFound = (found: RowsFound): Promise<void> =>
    inPractice(db, practiceId, (trx) => describeImport(trx, id, found));
  const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
  try {
    const path = keptPath(dataFolder, sha256);
    const read = await readRows(path, { readItem, latestDay, after: lastRow, onBatch, onFound });
    return await inPractice(db, practiceId, async (trx) => {
      if (read.failed === null) return (await finishImport(trx, id, read.remarks)) ? "read" : "called-off";
      const { code, found, todo } = read.failed;
      await failImport(trx, id, { code, found, todo });
      return "failed";
    });
  } catch (error) {
    if (error instanceof Halt) return error.why;
    throw error;
  }
};
