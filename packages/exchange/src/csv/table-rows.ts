import { isAscii } from "node:buffer";
import { ownCopy } from "../items/own-copy.ts";
import { decodeCell } from "../sources/decode-cell.ts";
import { ROW_COMPLETE, ROW_CUT, ROW_MISPLACED_QUOTE, RowScanner } from "./row-scanner.ts";

/** No record is this long: a quote was opened in it and never closed. */
const LONGEST_RECORD = 1 << 20;

/** The row at hand. Cells are read straight from it; it is another row once the next is asked for. */
export class TableRow {
  readonly scanner: RowScanner;
  bytes: Buffer = Buffer.alloc(0);
  /** The bytes as characters, one each: places are the same in both. */
  text = "";
  ascii = true;
  /** Line of the file on which it starts, from 1. */
  line = 1;

  constructor(delimiter: number) {
    this.scanner = new RowScanner(delimiter);
  }

  isEmpty(column: number): boolean {
    return column === -1 || this.scanner.starts[column] === this.scanner.ends[column];
  }

  /** Empty, or nothing but spaces. */
  isBlank(column: number): boolean {
    if (this.isEmpty(column)) return true;
    const first = this.bytes[this.scanner.starts[column]!]!;
    return (first <= 0x20 || first >= 0x80) && this.value(column) === "";
  }

  /** The cell as it stands, quotes aside: good to look up, not yet good to read. */
  raw(column: number): string {
    if (column === -1) return "";
    return this.text.slice(this.scanner.starts[column], this.scanner.ends[column]);
  }

  /** Several cells side by side as they stand, delimiters and quotes included. */
  span(first: number, last: number): string {
    const { starts, ends, quoted } = this.scanner;
    return this.text.slice(starts[first]! - (quoted[first] === 0 ? 0 : 1), ends[last]! + (quoted[last] === 0 ? 0 : 1));
  }

  /** The cell as text of its own, good to keep; empty where the table has no such column. */
  value(column: number): string {
    return this.isEmpty(column) ? "" : ownCopy(this.#read(column));
  }

  #read(column: number): string {
    const raw = this.raw(column);
    const plain = this.scanner.quoted[column] === 2 ? raw.replaceAll('""', '"') : raw;
    return (this.ascii ? plain : decodeCell(plain)).trim();
  }
}

export interface RowTaker {
  row(row: TableRow): void;
  /** A line that is no row because of a quote. */
  broken(code: "quote-not-closed" | "quote-misplaced", line: number, found: string): void;
}

/**
 * The rest of a chunk, with the chunk after it, in one buffer that is used again and again: buffers that are thrown
 * away pile up outside the heap, where nothing hurries to collect them.
 */
class Carry {
  #buffer = Buffer.alloc(0);
  #length = 0;

  /** What was kept, and then the chunk. Good until `keep`. */
  with(chunk: Buffer): Buffer {
    if (this.#length === 0) return chunk;
    const length = this.#length + chunk.length;
    if (length > this.#buffer.length) {
      const wider = Buffer.alloc(length * 2);
      this.#buffer.copy(wider, 0, 0, this.#length);
      this.#buffer = wider;
    }
    chunk.copy(this.#buffer, this.#length);
    return this.#buffer.subarray(0, length);
  }

  keep(rest: Buffer): void {
    this.#length = rest.length;
    if (rest.length > this.#buffer.length) this.#buffer = Buffer.alloc(rest.length * 2);
    rest.copy(this.#buffer);
  }

  rest(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}

/** Goes through every row after the header. */
export const eachRow = async (
  chunks: AsyncIterable<Buffer>,
  { delimiter, headerLine }: { delimiter: number; headerLine: number },
  taker: RowTaker,
): Promise<void> => {
  const row = new TableRow(delimiter);
  const carry = new Carry();
  for await (const chunk of chunks) {
    const bytes = carry.with(chunk);
    carry.keep(bytes.subarray(takeRows(row, bytes, false, headerLine, taker)));
  }
  const rest = carry.rest();
  if (rest.length > 0) takeRows(row, rest, true, headerLine, taker);
};

const takeRows = (row: TableRow, bytes: Buffer, last: boolean, headerLine: number, taker: RowTaker): number => {
  const { scanner } = row;
  const end = bytes.length;
  row.bytes = bytes;
  row.text = bytes.toString("latin1");
  row.ascii = isAscii(bytes);
  let at = 0;
  while (at < end) {
    const state = scanner.scan(bytes, at, end, last);
    if (state === ROW_CUT && end - at < LONGEST_RECORD) return at;
    if (state === ROW_COMPLETE) {
      if (row.line > headerLine) taker.row(row);
      at = scanner.next;
      row.line += scanner.lines;
    } else {
      // Only the line where the quote stands is given up: what follows may be good rows.
      const lineEnd = bytes.indexOf(0x0a, at);
      const next = lineEnd === -1 ? end : lineEnd + 1;
      const code = state === ROW_MISPLACED_QUOTE ? "quote-misplaced" : "quote-not-closed";
      if (row.line > headerLine) taker.broken(code, row.line, ownCopy(decodeCell(row.text.slice(at, next).trimEnd())));
      at = next;
      row.line++;
    }
  }
  return end;
};
