import { decodeBytes } from "../sources/decode-cell.ts";
import { columnsOf, looksLikeExtract, missingColumns, type Columns } from "./columns.ts";
import { ROW_COMPLETE, RowScanner } from "./row-scanner.ts";

/** Comma, semicolon, tab, bar. */
const DELIMITERS = [0x2c, 0x3b, 0x09, 0x7c] as const;
/** Practice systems put a title and the search's name above the header. */
const LINES_BEFORE_HEADER = 20;

export type OmopTable = "omop-drug-exposure" | "omop-concept" | "omop-person";

export interface Table {
  readonly kind: "practice-extract" | OmopTable;
  readonly delimiter: number;
  /** Line of the header, from 1. */
  readonly headerLine: number;
  readonly header: readonly string[];
}

export type RecognisedTable = Table | { readonly kind: "columns-missing"; readonly columns: Columns } | null;

const OMOP: readonly (readonly [OmopTable, readonly string[]])[] = [
  ["omop-drug-exposure", ["person_id", "drug_concept_id", "drug_exposure_start_date"]],
  ["omop-concept", ["concept_id", "concept_name", "vocabulary_id"]],
  ["omop-person", ["person_id", "gender_concept_id", "year_of_birth"]],
];

const cellsOf = (bytes: Buffer, { cells, starts, ends }: RowScanner): string[] =>
  Array.from({ length: cells }, (_, cell) => decodeBytes(bytes.subarray(starts[cell], ends[cell])).trim());

const kindOf = (header: readonly string[]): Table["kind"] | null => {
  const names = new Set(header.map((name) => name.toLowerCase()));
  const omop = OMOP.find(([, needed]) => needed.every((name) => names.has(name)));
  if (omop !== undefined) return omop[0];
  return missingColumns(columnsOf(header)).length === 0 ? "practice-extract" : null;
};

/** Which table the first bytes of a text file are the head of; null where they are no table that we know. */
export const recogniseTable = (head: Buffer): RecognisedTable => {
  let near: Columns | null = null;
  for (const delimiter of DELIMITERS) {
    const scanner = new RowScanner(delimiter);
    for (let line = 1, at = 0; line <= LINES_BEFORE_HEADER && at < head.length;) {
      if (scanner.scan(head, at, head.length, true) !== ROW_COMPLETE) break;
      const header = cellsOf(head, scanner);
      const kind = kindOf(header);
      if (kind !== null) return { kind, delimiter, headerLine: line, header };
      const columns = columnsOf(header);
      if (header.length > 2 && looksLikeExtract(columns)) near ??= columns;
      line += scanner.lines;
      at = scanner.next;
    }
  }
  return near === null ? null : { kind: "columns-missing", columns: near };
};

/** What a header lacks and how to mend it, in words for people. */
export const sayMissingColumns = (columns: Columns): { found: string; todo: string } => ({
  found: `columns ${columns.found.join(", ")}; none for ${missingColumns(columns).join(", ")}`,
  todo: `Rename the column that holds it to ${missingColumns(columns).join(", ")}. Needed are person, issue_date, and product_name or product_code; ${
    columns.found
      .filter(
        (name) => columnsOf([name]).codes.length === 0 && Object.values(columnsOf([name]).at).every((at) => at === -1),
      )
      .slice(0, 10)
      .map((name) => `“${name}”`)
      .join(", ") || "no column"
  } was not understood.`,
});
