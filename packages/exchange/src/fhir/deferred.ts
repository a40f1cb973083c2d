import { Spool } from "../people/spool.ts";
import type { RowType } from "./medication-row.ts";
import type { Concept, Resource } from "./shapes.ts";

/** A row whose fate hangs on what other files hold. */
export interface Later {
  /** Which tally. */
  readonly file: number;
  readonly fileId: number;
  readonly row: number;
  readonly type: RowType;
  readonly person: string | null;
  readonly medication: Concept | null;
  readonly requests: readonly string[];
  readonly resource: Resource;
  readonly fullUrl: string;
}

/** Rows of one batch are looked up together. */
const BATCH = 20_000;

export class Deferred {
  readonly #spool = new Spool();

  add(later: Later): void {
    this.#spool.add(JSON.stringify(later));
  }

  /** Requests, or else all others, in the order in which they were met. May be asked for more than once. */
  *batches(requests: boolean): Generator<readonly Later[]> {
    let batch: Later[] = [];
    for (const line of this.#spool.lines()) {
      const later = JSON.parse(line) as Later;
      if ((later.type === "MedicationRequest") !== requests) continue;
      batch.push(later);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  close(): void {
    this.#spool.close();
  }
}
