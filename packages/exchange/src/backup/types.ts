/** One column of a table in a backup: its values stand as PostgreSQL writes them as text. */
export interface BackupColumn {
  readonly name: string;
  readonly type: string;
}

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly BackupColumn[];
}

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: number;
  /** The newest migration of the schema that it was taken from. */
  readonly schema: number;
  /** The version of Concord that wrote it. */
  readonly writtenBy: string;
  readonly at: string;
  /** Every table, one after another: each stands after those that it refers to. */
  readonly tables: readonly BackupTable[];
}

/** The last line of a backup. */
export interface BackupEnd {
  readonly end: typeof BACKUP_FORMAT;
  readonly rows: number;
  readonly files: number;
  /** "table.column" -> the number that was given out last. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** How many rows a table has, and the SHA-256 of its lines, those that name a practice too, each with its line feed. */
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

export const BACKUP_FORMAT = "concord-backup";
/** Rises where an older version of Concord could not read the file. */
export const BACKUP_VERSION = 1;

export type BackupFault =
  /** Something else altogether. */
  | "not-a-backup"
  /** Written by a newer version of Concord. */
  | "newer-format"
  /** Ends before its last line. */
  | "cut-short"
  /** Not what was written. */
  | "damaged";

/** The backup cannot be used: what is wrong with it, and after which line. */
export class UnusableBackup extends Error {
  override readonly name = "UnusableBackup";
  readonly fault: BackupFault;
  /** The line of the unpacked file; 0 where there is none. */
  readonly line: number;

  constructor(fault: BackupFault, line: number, message: string) {
    super(message);
    this.fault = fault;
    this.line = line;
  }
}

/** What a backup holds, in the order in which it stands there. */
export type BackupPart =
  | { readonly kind: "header"; readonly header: BackupHeader }
  /** Rows of one table and practice as they stand: each line a JSON list of texts. */
  | {
      readonly kind: "rows";
      readonly table: string;
      readonly practice: string | null;
      readonly lines: readonly string[];
    }
  | { readonly kind: "table"; readonly table: string; readonly sum: TableSum }
  /** A file that an import has not read to its end. */
  | { readonly kind: "file"; readonly sha256: string; readonly bytes: number }
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "end"; readonly end: BackupEnd };
