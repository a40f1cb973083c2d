import type { Day, Item, ItemReading } from "@concord/core";
import { reason, type ReasonCode } from "../account/reasons.ts";
import { REFUSED, Tally } from "../account/tally.ts";
import type { Format } from "../account/types.ts";
import type { TableRow } from "../csv/table-rows.ts";
import { Intake } from "../intake.ts";
import { KINDS } from "../people/issue-store.ts";
import { NO_DAY } from "../people/person-table.ts";
import { decodeCell } from "../sources/decode-cell.ts";
import type { NotUsedRow, RowBatch, RowPerson, UsedRow } from "./row-types.ts";

/** People and items remembered before they are forgotten, so that a file of any length stays within memory. */
const MOST_REMEMBERED = 100_000;
const LONGEST_REFERENCE = 200;
const ROWS_IN_BATCH = 4000;
const CHARACTERS_IN_BATCH = 1 << 22;

/** A tally that also says what it counts. */
class SayingTally extends Tally {
  readonly #say: (code: ReasonCode, row: number, found: string) => void;

  constructor(file: string, format: Format, say: (code: ReasonCode, row: number, found: string) => void) {
    super(file, format);
    this.#say = say;
  }

  override put(code: ReasonCode, row: number, found: string): void {
    super.put(code, row, found);
    this.#say(code, row, found);
  }
}

/** Hands rows on as they stand, in batches, and gathers nothing. Rows up to `after` are read and not handed on. */
export class RowIntake extends Intake {
  readonly #after: number;
  #tally: Tally | null = null;
  #row: TableRow | null = null;
  #broken = "";
  #people: RowPerson[] = [];
  #used: UsedRow[] = [];
  #notUsed: NotUsedRow[] = [];
  #counts = { used: 0, setAside: 0, refused: 0 };
  #characters = 0;

  constructor(readItem: (item: Item) => ItemReading, latestDay: Day | null, after: number) {
    super(readItem, latestDay, Infinity, true);
    this.#after = after;
  }

  override open(file: string, format: Format): { tally: Tally; fileId: number } {
    const tally = new SayingTally(file, format, (code, row, found) => this.#putAside(code, row, found));
    this.tallies.push(tally);
    this.#tally = tally;
    return { tally, fileId: 0 };
  }

  override startRow(row: TableRow | null, found = ""): void {
    this.#row = row;
    this.#broken = found;
  }

  /** Whether enough has come since the last batch: a transaction each for a few rows takes many times as long. */
  isFull(): boolean {
    return this.#used.length + this.#notUsed.length >= ROWS_IN_BATCH || this.#characters >= CHARACTERS_IN_BATCH;
  }

  /** What came since the last batch. */
  batch(bytesRead: number): RowBatch {
    const { people } = this.store;
    const batch: RowBatch = {
      used: this.#used,
      notUsed: this.#notUsed,
      counts: this.#counts,
      lastSeq: this.#seq,
      bytesRead,
    };
    this.#used = [];
    this.#notUsed = [];
    this.#counts = { used: 0, setAside: 0, refused: 0 };
    this.#people = [];
    this.#characters = 0;
    if (people.size > MOST_REMEMBERED) people.clear();
    if (this.items.size > MOST_REMEMBERED) this.items.clear();
    return batch;
  }

  get #seq(): number {
    return this.#tally?.rowsRead ?? 0;
  }

  #raw(): string {
    const row = this.#row;
    if (row === null) return this.#broken;
    const text = row.span(0, row.scanner.cells - 1);
    this.#characters += text.length;
    return row.ascii ? text : decodeCell(text);
  }

  #putAside(code: ReasonCode, row: number, found: string): void {
    const seq = this.#seq;
    if (seq <= this.#after) return;
    const { fate } = reason(code);
    this.#counts[fate === "refused" ? "refused" : "setAside"]++;
    this.#notUsed.push({ seq, row, raw: this.#raw(), fate, reason: code, found });
  }

  protected override keep(
    person: number,
    day: number,
    item: number,
    kind: number,
    prescriber: number,
    _fileId: number,
    row: number,
  ): void {
    const seq = this.#seq;
    if (seq <= this.#after) return;
    const refused = this.items.classes[item] === REFUSED;
    const reference = this.store.people.names[person]!;
    if (reference.length > LONGEST_REFERENCE) {
      if (!refused) this.#putAside("person-too-long", row, reference);
      return;
    }
    if (!refused) this.#counts.used++;
    this.#used.push({
      seq,
      row,
      raw: this.#raw(),
      person: this.#personOf(person, reference),
      day: day as Day,
      reading: this.items.reading(item),
      kind: KINDS[kind]!,
      prescriber: this.store.prescribers.at(prescriber),
    });
  }

  #personOf(id: number, reference: string): RowPerson {
    const { people, sexes } = this.store;
    const birthYear = people.birthYears[id] === 0 ? null : people.birthYears[id]!;
    const sex = sexes.at(people.sexes[id]!);
    const registered = people.registered[id] === NO_DAY ? null : (people.registered[id] as Day);
    const known = this.#people[id];
    if (known?.birthYear === birthYear && known.sex === sex && known.registered === registered) return known;
    return (this.#people[id] = { reference, birthYear, sex, registered });
  }
}
