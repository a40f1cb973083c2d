import type { Day, Item, ItemReading, RefusedRow } from "@concord/core";
import { ComputedTally, OPIOID, REFUSED, Tally, type ItemProblem } from "./account/tally.ts";
import { reason, type ReasonCode } from "./account/reasons.ts";
import type { FailedFile, FileNotRead, Format } from "./account/types.ts";
import type { TableRow } from "./csv/table-rows.ts";
import { ItemTable, UNWATCHED_ITEM } from "./items/item-table.ts";
import { IssueStore } from "./people/issue-store.ts";

/** Where every reader hands in its rows: keeps the issues and the account. */
export class Intake {
  readonly items: ItemTable;
  readonly store: IssueStore;
  readonly computed = new ComputedTally();
  readonly tallies: Tally[] = [];
  readonly failed: FailedFile[] = [];
  readonly notRead: FileNotRead[] = [];
  readonly remarks: string[] = [];
  readonly latestDay: number;
  firstDay = Infinity;
  lastDay = -Infinity;

  constructor(
    readItem: (item: Item) => ItemReading,
    latestDay: Day | null,
    maxInMemory: number,
    keepUnwatched = false,
  ) {
    this.items = new ItemTable(readItem, keepUnwatched);
    this.store = new IssueStore(this.items, maxInMemory);
    this.latestDay = latestDay ?? Infinity;
  }

  /** The tally of one file; rows of one file may come in turns with those of others. */
  open(file: string, format: Format): { tally: Tally; fileId: number } {
    const tally = new Tally(file, format);
    this.tallies.push(tally);
    return { tally, fileId: this.store.files.idOf(file) };
  }

  rowsRead(): number {
    return this.tallies.reduce((sum, tally) => sum + tally.rowsRead, 0);
  }

  rowsReadOf(file: string): number {
    return this.tallies.find((tally) => tally.file === file)?.rowsRead ?? 0;
  }

  /** A row of an unwatched medicine: counted, not kept. */
  takeUnwatched(tally: Tally, day: number): void {
    tally.used[0]++;
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }

  /** A row of a watched medicine. Where the product is refused the row is refused, and its issue kept all the same. */
  take(
    tally: Tally,
    fileId: number,
    row: number,
    person: number,
    day: number,
    item: number,
    kind: number,
    prescriber: number,
    stopped?: number,
  ): void {
    const itemClass = this.items.classes[item]!;
    if (itemClass === REFUSED) this.#refuseProduct(tally, row, item);
    else {
      tally.used[itemClass]++;
      const problems = this.items.problems[item]!;
      if (itemClass === OPIOID && problems.length > 0) this.#notComputed(problems, item, tally.file, row);
    }
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
    this.keep(person, day, item, kind, prescriber, fileId, row, stopped);
  }

  /** A row is about to be handed in, or given up: then `found` is its text. For those who keep rows as they stand. */
  startRow(_row: TableRow | null, _found = ""): void {}

  /** The same for a stretch of a line of JSON. */
  startStretch(_line: Buffer, _from: number, _to: number): void {}

  /** The same for JSON that was parsed. */
  startParsed(_value: unknown): void {}

  /** One issue of this person, day and item is entered in error after all. */
  withdraw(person: string, day: number, item: number): void {
    this.store.withdraw(person, day, item);
  }

  protected keep(
    person: number,
    day: number,
    item: number,
    kind: number,
    prescriber: number,
    fileId: number,
    row: number,
    stopped?: number,
  ): void {
    this.store.add(person, day, item, kind, prescriber, fileId, row, stopped);
  }

  /** A row was refused as a row. Where its product is or may be an opioid, the person's total is "at least". */
  noteRefused(tally: Tally, row: number, code: ReasonCode, person: string, day: number | null, item: number): void {
    if (item === UNWATCHED_ITEM || this.items.classes[item]! < OPIOID) return;
    const product = this.items.reading(item).item.product;
    this.keepRefused(person, {
      file: tally.file,
      row,
      day: day as Day | null,
      product: product.name || (product.codes[0]?.code ?? ""),
      because: reason(code).say,
    });
  }

  protected keepRefused(person: string, row: RefusedRow): void {
    this.store.refuse(person, row);
  }

  #notComputed(problems: readonly ItemProblem[], item: number, file: string, row: number): void {
    this.computed.put(problems, () => this.items.reading(item), file, row);
  }

  #refuseProduct(tally: Tally, row: number, item: number): void {
    const { identification, item: written } = this.items.reading(item);
    if (identification.kind !== "refused") throw new Error("a product that is not refused");
    const { problem } = identification;
    const code: ReasonCode = problem.code;
    const found =
      problem.code === "code-and-name-disagree"
        ? `code: ${problem.byCode}; name: ${problem.byName}`
        : `${written.product.name} (${problem.found})`;
    tally.put(code, row, found);
  }
}

export { UNWATCHED_ITEM };
