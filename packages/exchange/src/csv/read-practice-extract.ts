import { partsOfDay, type Day, type Item } from "@concord/core";
import { reason, type ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { ownCopy } from "../items/own-copy.ts";
import { NO_DAY } from "../people/person-table.ts";
import { columnsOf, type Columns, type Field } from "./columns.ts";
import { dayFromBytes, parseBirthYear, parseRecordDate } from "./dates.ts";
import type { Table } from "./recognise-table.ts";
import type { RowTaker, TableRow } from "./table-rows.ts";
import { meaningOfKind, meaningOfStatus } from "./words.ts";

/** Distinct words remembered of a column: more than any real column of kinds or statuses has. */
const WORDS_KEPT = 1000;

const remembered = <T>(read: (text: string) => T): ((row: TableRow, column: number) => T) => {
  const known = new Map<string, T>();
  const ofEmpty = read("");
  return (row, column) => {
    if (row.isEmpty(column)) return ofEmpty;
    const raw = row.raw(column);
    let value = known.get(raw);
    if (value === undefined) {
      value = read(row.value(column));
      if (known.size < WORDS_KEPT) known.set(ownCopy(raw), value);
    }
    return value;
  };
};

type Spans = readonly (readonly [number, number])[];

/** Columns side by side are one look-up: the documented layout has all of an item's in one stretch. */
const spansOf = (columns: readonly number[]): Spans => {
  const spans: [number, number][] = [];
  for (const column of [...new Set(columns)].filter((each) => each !== -1).sort((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span !== undefined && span[1] === column - 1) span[1] = column;
    else spans.push([column, column]);
  }
  return spans;
};

const keyOf = (row: TableRow, spans: Spans): string => {
  const [first] = spans;
  if (first === undefined) return "";
  let key = row.span(first[0], first[1]);
  for (let i = 1; i < spans.length; i++) key += `\u0000${row.span(spans[i]![0], spans[i]![1])}`;
  return key;
};

const SEXES: Readonly<Record<string, string>> = { m: "male", male: "male", f: "female", female: "female" };

/** Rows of a practice extract, handed in one by one. */
export class PracticeExtractReader implements RowTaker {
  readonly #intake: Intake;
  readonly #tally: Tally;
  readonly #fileId: number;
  readonly #columns: Columns;
  readonly #at: Readonly<Record<Field, number>>;
  readonly #productSpans: Spans;
  readonly #restSpans: Spans;
  readonly #kindOf = remembered(meaningOfKind);
  readonly #statusOf = remembered(meaningOfStatus);
  readonly #prescriberOf: (row: TableRow, column: number) => number;
  readonly #dayOf = remembered(parseRecordDate);

  constructor(intake: Intake, tally: Tally, fileId: number, table: Table) {
    this.#intake = intake;
    this.#tally = tally;
    this.#fileId = fileId;
    this.#columns = columnsOf(table.header);
    this.#at = this.#columns.at;
    const { codes, at } = this.#columns;
    this.#productSpans = spansOf([...codes, at.name]);
    this.#restSpans = spansOf([at.quantity, at.quantityUnit, at.directions, at.days]);
    this.#prescriberOf = remembered((text) => intake.store.prescribers.idOf(text));
  }

  broken(code: "quote-not-closed" | "quote-misplaced", line: number, found: string): void {
    this.#tally.rowsRead++;
    this.#intake.startRow(null, found);
    this.#tally.put(code, line, found);
  }

  row(row: TableRow): void {
    const cells = row.scanner.cells;
    if (cells === 1 && row.isEmpty(0)) return; // A blank line is no row.
    this.#tally.rowsRead++;
    this.#intake.startRow(row);
    if (cells !== this.#columns.width) this.#wrongWidth(row);
    else this.#issue(row);
  }

  #issue(row: TableRow): void {
    const at = this.#at;
    const status = this.#statusOf(row, at.status);
    if (status !== 0) return this.#notUsed(status as ReasonCode, row, at.status);
    const kind = this.#kindOf(row, at.kind);
    if (typeof kind !== "number") return this.#notUsed(kind, row, at.kind);
    if (row.isBlank(at.person)) return this.#notUsed("person-missing", row, at.person);
    const day = this.#issuedOn(row);
    if (day === null) return this.#notUsed(row.isEmpty(at.issued) ? "date-missing" : "date-not-valid", row, at.issued);
    if (day > this.#intake.latestDay) return this.#notUsed("future-dated", row, at.issued);
    const item = this.#itemIn(row);
    if (item === null) return this.#notUsed("product-missing", row, at.name);
    if (item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(this.#tally, day);
    const prescriber = this.#prescriberOf(row, at.prescriber);
    const person = this.#personOf(row);
    this.#intake.take(this.#tally, this.#fileId, row.line, person, day, item, kind, prescriber);
  }

  #issuedOn(row: TableRow): Day | null {
    const { starts, ends } = row.scanner;
    const column = this.#at.issued;
    const day = dayFromBytes(row.bytes, starts[column]!, ends[column]!);
    return day === undefined ? this.#dayOf(row, column) : day;
  }

  /** The item's number; null where no product is named. */
  #itemIn(row: TableRow): number | null {
    const { items } = this.#intake;
    const productKey = keyOf(row, this.#productSpans);
    if (items.isUnwatched(productKey)) return UNWATCHED_ITEM;
    const restKey = keyOf(row, this.#restSpans);
    const known = items.find(productKey, restKey);
    if (known !== undefined) return known;
    const item = this.#itemOf(row);
    if (item.product.name === "" && item.product.codes.length === 0) return null;
    return items.add(productKey, restKey, item);
  }

  #itemOf(row: TableRow): Item {
    const at = this.#at;
    const codes = this.#columns.codes.map((column) => row.value(column)).filter((code) => code !== "");
    const days = Number(row.value(at.days));
    return {
      product: { name: row.value(at.name), codes: [...new Set(codes)].map((code) => ({ system: null, code })) },
      directions: { kind: "text", text: row.value(at.directions) },
      quantity: row.value(at.quantity) || null,
      quantityUnit: row.value(at.quantityUnit) || null,
      days: Number.isInteger(days) && days > 0 ? days : null,
    };
  }

  #personOf(row: TableRow): number {
    const { people, sexes } = this.#intake.store;
    const at = this.#at;
    const raw = row.raw(at.person);
    const first = raw.charCodeAt(0);
    const last = raw.charCodeAt(raw.length - 1);
    const plain = row.ascii && first > 0x20 && last > 0x20 && row.scanner.quoted[at.person] !== 2;
    const person = people.idOf(plain ? raw : row.value(at.person));
    if (people.lacksDetails(person)) {
      const birth = parseBirthYear(row.value(at.birthYear)) ?? this.#yearOf(row.value(at.birthDate));
      const sex = row.value(at.sex);
      const registered = parseRecordDate(row.value(at.registered));
      people.describe(person, birth, sexes.idOf(SEXES[sex.toLowerCase()] ?? sex), registered ?? NO_DAY);
    }
    return person;
  }

  #yearOf(birthDate: string): number {
    const day = parseRecordDate(birthDate);
    return day === null ? 0 : partsOfDay(day).year;
  }

  #notUsed(code: ReasonCode, row: TableRow, column: number): void {
    const name = column === -1 ? "" : this.#columns.found[column];
    this.#tally.put(code, row.line, column === -1 ? "no such column" : `${name}: “${row.value(column)}”`);
    if (code !== "future-dated" && reason(code).fate === "refused") this.#noteRefused(code, row);
  }

  /** What can still be read of a refused row: whose it is, and of which product. */
  #noteRefused(code: ReasonCode, row: TableRow): void {
    const at = this.#at;
    const person = row.value(at.person);
    if (person === "" || (row.value(at.name) === "" && at.name >= row.scanner.cells)) return;
    const item = this.#itemOf(row);
    if (item.product.name === "" && item.product.codes.length === 0) return;
    const { items } = this.#intake;
    const productKey = `refused ${JSON.stringify(item.product)}`;
    if (items.isUnwatched(productKey)) return;
    const restKey = JSON.stringify({ ...item, product: null });
    const id = items.find(productKey, restKey) ?? items.add(productKey, restKey, item);
    const day = parseRecordDate(row.value(at.issued));
    this.#intake.noteRefused(this.#tally, row.line, code, person, day, id);
  }

  #wrongWidth(row: TableRow): void {
    const { cells } = row.scanner;
    const { width } = this.#columns;
    let empty = true;
    for (let cell = 0; cell < cells; cell++) if (row.value(cell) !== "") empty = false;
    const code = empty ? "empty-row" : cells < width ? "too-few-cells" : "too-many-cells";
    this.#tally.put(code, row.line, `${cells} cells where the header has ${width}`);
    if (!empty) this.#noteRefused(code, row);
  }
}
