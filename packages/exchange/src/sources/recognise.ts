import { recogniseTable, type RecognisedTable, type Table } from "../csv/recognise-table.ts";
import type { Columns } from "../csv/columns.ts";

export type Recognised =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "columns-missing"; readonly columns: Columns }
  | { readonly kind: "fhir"; readonly head: string }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly found: string };

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const sayBinary = (head: Buffer): string | null => {
  if (head.subarray(0, 4).equals(ZIP)) return "a zip archive or a spreadsheet";
  if (head.subarray(0, 4).toString("latin1") === "%PDF") return "a PDF";
  return head.includes(0) ? "binary data" : null;
};

/** JSON may write any letter as its number. */
const inPlainLetters = (json: string): string =>
  json.replaceAll(/\\u00([46][1-9a-f]|[57][0-9a])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

const fromTable = (table: RecognisedTable, head: Buffer): Recognised => {
  if (table === null)
    return { kind: "unknown", found: `text that starts “${head.toString("utf8", 0, 60).split(/\r?\n/, 1)[0]}”` };
  if (table.kind === "columns-missing") return { kind: "columns-missing", columns: table.columns };
  return { kind: "table", table };
};

/** What a file is, told from its first bytes; its name says nothing. */
export const recognise = (head: Buffer): Recognised => {
  const start = head.findIndex((byte) => !isSpace(byte));
  if (start === -1) return { kind: "empty" };
  const binary = sayBinary(head);
  if (binary !== null) return { kind: "unknown", found: binary };
  if (head[start] === 0x7b) {
    const text = head.toString("utf8");
    if (inPlainLetters(text).includes('"resourceType"')) return { kind: "fhir", head: text };
    return { kind: "unknown", found: "JSON that is not FHIR (no resourceType)" };
  }
  return fromTable(recogniseTable(head), head);
};
