import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { inPractice } from "../store/in-practice.ts";
import type { Database } from "../store/schema.ts";
import type { AuditEntry } from "./audit-entry.ts";

export interface AuditWriter {
  /** Resolves once the entry is on disk: what was read is answered no sooner. */
  readonly note: (entry: AuditEntry) => Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Rows of one insert; PostgreSQL takes 65,535 values. */
const MOST = 500;

/**
 * Writes entries that stand for themselves: reads, refusals, sign-ins. Those that come while one write is under way go
 * into the next together, since the chain takes one writer at a time. A change is written with the change itself.
 */
export const createAuditWriter = ({
  db,
  practiceId,
}: {
  readonly db: Database;
  readonly practiceId: string;
}): AuditWriter => {
  const waiting: Waiting[] = [];
  let writing = false;

  const writeNext = async (): Promise<void> => {
    const some = waiting.splice(0, MOST);
    const entries = some.map(({ entry }) => entry);
    try {
      await inPractice(db, practiceId, (trx) => addAuditEntries(trx, practiceId, entries));
      for (const { done } of some) done();
    } catch (error) {
      for (const { failed } of some) failed(error);
    }
  };

  const writeAll = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) await writeNext();
    writing = false;
  };

  return {
    note: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed });
        void writeAll();
      }),
  };
};
