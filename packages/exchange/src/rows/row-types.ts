import type { Day, IssueKind, ItemReading } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { FailedFile, Fate, FileNotRead, Format } from "../account/types.ts";

/** Someone as the rows so far describe them. */
export interface RowPerson {
  readonly reference: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: Day | null;
}

interface Row {
  /** The how-manieth row to be decided, from 1: the same whenever the same file is read. */
  readonly seq: number;
  /** Line of the file, or number of the entry, where a person looks it up. */
  readonly row: number;
  /** The file within an archive; null where the file is none. */
  readonly part: string | null;
  /** The row as it stands in the file: a line of a table, the JSON of a resource. */
  readonly raw: string;
}

/** A row that became an issue, of a watched medicine or not. One object stands for equal items. */
export interface UsedRow extends Row {
  readonly person: string;
  readonly day: Day;
  readonly reading: ItemReading;
  readonly kind: IssueKind;
  readonly prescriber: string | null;
  /** The first day on which a stopped order holds no longer; null where nothing says that it was stopped. */
  readonly stopped: Day | "untold" | null;
}

/** Whose a refused row is, where it is or may be of an opioid: their total is then "at least". */
export interface RefusedOf {
  readonly person: string;
  /** Null where the row tells none. */
  readonly day: Day | null;
  readonly product: string;
}

export interface NotUsedRow extends Row {
  readonly fate: Exclude<Fate, "used">;
  readonly reason: ReasonCode;
  readonly found: string;
  readonly of: RefusedOf | null;
}

/** One issue, handed on before or in this batch, that a later copy says was entered in error. */
export interface WithdrawnIssue {
  readonly person: string;
  readonly day: Day;
  readonly reading: ItemReading;
}

/**
 * Some rows of a file, in order. A row whose product is refused is in both lists: it is not used for a dose, and its
 * person's total says "at least".
 */
export interface RowBatch {
  /** Everyone whom the file names or describes and who is new, or of whom more is known, since the last batch. */
  readonly people: readonly RowPerson[];
  readonly used: readonly UsedRow[];
  readonly notUsed: readonly NotUsedRow[];
  readonly withdrawn: readonly WithdrawnIssue[];
  /** Rows of this batch: used + setAside + refused. */
  readonly counts: { readonly used: number; readonly setAside: number; readonly refused: number };
  /** The last row of the batch; 0 where the file starts without any. */
  readonly lastSeq: number;
  /** Bytes of the file on disk read so far. */
  readonly bytesRead: number;
}

/** What a file is found to be before its rows are read. */
export interface RowsFound {
  /** Of its rows; of an archive the one that they are in. */
  readonly format: Format;
  /** The names of its columns; null where it has none. */
  readonly header: readonly string[] | null;
  /** Of an archive, every file that is read; none where the file is no archive. */
  readonly parts: readonly { readonly file: string; readonly format: Format }[];
  /** Of an archive, every file that holds no records, or the same in another form. */
  readonly notRead: readonly FileNotRead[];
}

export interface RowsRead {
  /** Null where reading never began. */
  readonly found: RowsFound | null;
  /** What holds for the reading as a whole. */
  readonly remarks: readonly string[];
  /** Why reading stopped before the end, or never began. */
  readonly failed: FailedFile | null;
}
