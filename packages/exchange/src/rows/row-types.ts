import type { Day, IssueKind, ItemReading } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { FailedFile, Fate, Format } from "../account/types.ts";

/** Someone as the rows so far describe them; one object for one person within a batch. */
export interface RowPerson {
  readonly reference: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: Day | null;
}

interface Row {
  /** The how-manieth row of the file, from 1. */
  readonly seq: number;
  /** Line of the file, where a person looks it up. */
  readonly row: number;
  /** The row as it stands in the file; empty where its format has no rows. */
  readonly raw: string;
}

/** A row that became an issue, of a watched medicine or not. One object stands for equal items. */
export interface UsedRow extends Row {
  readonly person: RowPerson;
  readonly day: Day;
  readonly reading: ItemReading;
  readonly kind: IssueKind;
  readonly prescriber: string | null;
}

export interface NotUsedRow extends Row {
  readonly fate: Exclude<Fate, "used">;
  readonly reason: ReasonCode;
  readonly found: string;
}

/**
 * Some rows of a file, in order. A row whose product is refused is in both lists: it is not used for a dose, and its
 * person's total says "at least".
 */
export interface RowBatch {
  readonly used: readonly UsedRow[];
  readonly notUsed: readonly NotUsedRow[];
  /** Rows of this batch: used + setAside + refused. */
  readonly counts: { readonly used: number; readonly setAside: number; readonly refused: number };
  /** The last row of the batch; 0 where the file starts without any. */
  readonly lastSeq: number;
  /** Bytes of the file on disk read so far. */
  readonly bytesRead: number;
}

export interface RowsRead {
  readonly format: Format | null;
  /** The names of its columns; null where it has none. */
  readonly header: readonly string[] | null;
  /** Why reading stopped before the end, or never began. */
  readonly failed: FailedFile | null;
}
