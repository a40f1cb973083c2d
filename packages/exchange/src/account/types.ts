/** What became of a row. Every row read is exactly one of these. */
export type Fate = "used" | "set-aside" | "refused";

/** One row as a person would look it up: what stands there and what to do about it. */
export interface Example {
  readonly file: string;
  /** Line of the file (CSV, NDJSON) or number of the entry (one bundle per file), from 1. */
  readonly row: number;
  readonly found: string;
  readonly todo: string;
}

/** How many rows share one reason, and the first few of them. */
export interface ReasonCount {
  readonly code: string;
  /** The reason in a few words, for people. */
  readonly say: string;
  readonly count: number;
  readonly examples: readonly Example[];
}

/** Rows that became issues, by what the product is. Only opioids and companions are kept. */
export interface UsedRows {
  readonly total: number;
  readonly opioid: number;
  readonly companion: number;
  readonly notWatched: number;
}

export interface RowsByReason {
  readonly total: number;
  readonly reasons: readonly ReasonCount[];
}

/** rowsRead = used.total + setAside.total + refused.total, in every file and in all. */
export interface RowAccount {
  readonly rowsRead: number;
  readonly used: UsedRows;
  readonly setAside: RowsByReason;
  readonly refused: RowsByReason;
}

export type Format =
  | "practice-extract"
  | "fhir-bundle"
  | "fhir-resource"
  | "fhir-ndjson"
  | "omop-drug-exposure"
  | "omop-concept"
  | "omop-person";

export interface FileAccount extends RowAccount {
  readonly file: string;
  readonly format: Format;
}

/** A file that could not be read, or only up to where the damage starts; rows read before it stay. */
export interface FailedFile {
  readonly file: string;
  readonly code:
    | "not-found"
    | "not-readable"
    | "not-a-known-format"
    | "columns-missing"
    | "damaged"
    | "unpacks-too-large"
    | "empty";
  /** Line or byte where reading stopped; null where the file as a whole is the matter. */
  readonly at: { readonly row: number } | { readonly byte: number } | null;
  readonly found: string;
  readonly todo: string;
}

/** A file met in a folder that holds no records that we know; not a failure. */
export interface FileNotRead {
  readonly file: string;
  readonly why: string;
}

/** The whole account of one reading. */
export interface Account extends RowAccount {
  /** Used rows whose dose could not be computed, by reason; part of `used`, not a fourth fate. */
  readonly couldNotBeComputed: RowsByReason;
  readonly files: readonly FileAccount[];
  readonly failed: readonly FailedFile[];
  readonly notRead: readonly FileNotRead[];
  /** What holds for the reading as a whole and that a reader of its figures needs to know. */
  readonly remarks: readonly string[];
}
