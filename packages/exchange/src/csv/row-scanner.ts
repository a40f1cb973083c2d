const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Cells of one row are looked for up to here; more cells than this is no practice extract. */
const MOST_CELLS = 1024;

export const ROW_COMPLETE = 0;
/** The bytes end before the row does: more are needed. */
export const ROW_CUT = 1;
/** A quote opens that nothing closes. */
const ROW_UNCLOSED = 2;
/** Text stands between a closing quote and the next delimiter. */
export const ROW_MISPLACED_QUOTE = 3;

/**
 * Finds the cells of one row after another in bytes. It makes no strings and no arrays: of most rows only three or
 * four cells are ever looked at as text, and those mostly to find what is known already.
 */
export class RowScanner {
  readonly #delimiter: number;
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  /** 0 plain, 1 quoted, 2 quoted with doubled quotes inside. */
  readonly quoted = new Uint8Array(MOST_CELLS);
  cells = 0;
  /** Where the next row starts, after `scan` said that this one is complete or misplaced. */
  next = 0;
  /** Line ends inside quotes and at the end of this row. */
  lines = 0;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  /** Scans the row at `from`. Past `end` there must be nothing; `last` says that no more bytes will come. */
  scan(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    const delimiter = this.#delimiter;
    const { starts, ends, quoted } = this;
    let cell = 0;
    let start = from;
    let at = from;
    this.lines = 0;
    for (;;) {
      if (at < end && bytes[at] === QUOTE) {
        const close = this.#closing(bytes, at + 1, end, cell);
        if (close === -1) return last ? ROW_UNCLOSED : ROW_CUT;
        starts[cell] = at + 1;
        ends[cell] = close;
        at = close + 1;
        if (at < end && bytes[at] === CR && (at + 1 === end ? last : bytes[at + 1] === LF)) at++;
        if (at < end && bytes[at] !== delimiter && bytes[at] !== LF) return this.#misplaced(bytes, at, end, last);
      } else {
        while (at < end) {
          const byte = bytes[at];
          if (byte === delimiter || byte === LF) break;
          at++;
        }
        starts[cell] = start;
        quoted[cell] = 0;
        ends[cell] = at > start && bytes[at - 1] === CR && (at === end || bytes[at] === LF) ? at - 1 : at;
      }
      if (at >= end && !last) return ROW_CUT;
      if (cell < MOST_CELLS - 1) cell++;
      if (at >= end || bytes[at] === LF) {
        this.cells = cell;
        this.lines++;
        this.next = at + 1;
        return ROW_COMPLETE;
      }
      start = ++at;
    }
  }

  #closing(bytes: Uint8Array, from: number, end: number, cell: number): number {
    this.quoted[cell] = 1;
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (byte === LF) this.lines++;
      else if (byte === QUOTE) {
        if (at + 1 < end && bytes[at + 1] === QUOTE) {
          this.quoted[cell] = 2;
          at++;
        } else return at;
      }
    }
    return -1;
  }

  /** The rest of this line belongs to the row that is refused. */
  #misplaced(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    let at = from;
    while (at < end && bytes[at] !== LF) at++;
    if (at >= end && !last) return ROW_CUT;
    this.lines++;
    this.next = at + 1;
    return ROW_MISPLACED_QUOTE;
  }
}
