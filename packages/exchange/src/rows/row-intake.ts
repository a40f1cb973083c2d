import type { Day, Item, ItemReading, RefusedRow } from "@concord/core";
import { reason, type ReasonCode } from "../account/reasons.ts";
import { REFUSED, Tally } from "../account/tally.ts";
import type { Format } from "../account/types.ts";
import type { TableRow } from "../csv/table-rows.ts";
import { Intake } from "../intake.ts";
import { KINDS } from "../people/issue-store.ts";
import { NO_DAY, UNTOLD_DAY } from "../people/person-table.ts";
import { decodeBytes, decodeCell } from "../sources/decode-cell.ts";
import type { NotUsedRow, RefusedOf, RowBatch, RowPerson, UsedRow, WithdrawnIssue } from "./row-types.ts";

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

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Hands rows on as they stand, in batches, and gathers nothing. Rows up to `after` are read and not handed on. */
export class RowIntake extends Intake {
  readonly #after: number;
  readonly #namesParts: boolean;
  readonly #itemsMayGo: boolean;
  readonly #parts: string[] = [];
  #seq = 0;
  #peopleHandedOn = 0;
  #stands: () => string = () => "";
  /** Of the row at hand: that it was not used, or that it was and is not handed on; whose it is, told before. */
  #notUsedNow: Open<NotUsedRow> | "passed-over" | null = null;
  #ofNow: RefusedOf | null = null;
  #used: UsedRow[] = [];
  #notUsed: NotUsedRow[] = [];
  #withdrawn: WithdrawnIssue[] = [];
  #counts = { used: 0, setAside: 0, refused: 0 };
  #characters = 0;

  /** `itemsMayGo`: readers find items by their keys alone, and so may be made to read them anew. */
  constructor(
    readItem: (item: Item) => ItemReading,
    latestDay: Day | null,
    after: number,
    { namesParts, itemsMayGo }: { readonly namesParts: boolean; readonly itemsMayGo: boolean },
  ) {
    super(readItem, latestDay, Infinity, true);
    this.#after = after;
    this.#namesParts = namesParts;
    this.#itemsMayGo = itemsMayGo;
  }

  override open(file: string, format: Format): { tally: Tally; fileId: number } {
    const fileId = this.#parts.push(file) - 1;
    const tally = new SayingTally(file, format, (code, row, found) => this.#putAside(code, row, found, fileId));
    this.tallies.push(tally);
    return { tally, fileId };
  }

  override startRow(row: TableRow | null, found = ""): void {
    this.#start(() => {
      if (row === null) return found;
      const text = row.span(0, row.scanner.cells - 1);
      return row.ascii ? text : decodeCell(text);
    });
  }

  override startStretch(line: Buffer, from: number, to: number): void {
    this.#start(() => decodeBytes(line.subarray(from, to)).trim());
  }

  override startParsed(value: unknown): void {
    this.#start(() => JSON.stringify(value));
  }

  /** Whether enough has come since the last batch: a transaction each for a few rows takes many times as long. */
  isFull(): boolean {
    const rows = this.#used.length + this.#notUsed.length + this.store.people.size - this.#peopleHandedOn;
    return rows >= ROWS_IN_BATCH || this.#characters >= CHARACTERS_IN_BATCH;
  }

  /** What came since the last batch. */
  batch(bytesRead: number): RowBatch {
    const { people } = this.store;
    const batch: RowBatch = {
      people: this.#newPeople(),
      used: this.#used,
      notUsed: this.#notUsed,
      withdrawn: this.#withdrawn,
      counts: this.#counts,
      lastSeq: this.#seq,
      bytesRead,
    };
    this.#used = [];
    this.#notUsed = [];
    this.#withdrawn = [];
    this.#counts = { used: 0, setAside: 0, refused: 0 };
    this.#characters = 0;
    if (people.size > MOST_REMEMBERED) people.clear();
    this.#peopleHandedOn = people.size;
    if (this.#itemsMayGo && this.items.size > MOST_REMEMBERED) this.items.clear();
    return batch;
  }

  override withdraw(person: string, day: number, item: number): void {
    // It goes with the row that says so, which comes next.
    if (this.#seq + 1 <= this.#after) return;
    this.#withdrawn.push({ person, day: day as Day, reading: this.items.reading(item) });
  }

  #start(stands: () => string): void {
    this.#stands = stands;
    this.#notUsedNow = null;
    this.#ofNow = null;
  }

  #raw(): string {
    const raw = this.#stands();
    this.#characters += raw.length;
    return raw;
  }

  #partOf(fileId: number): string | null {
    return this.#namesParts ? this.#parts[fileId]! : null;
  }

  #putAside(code: ReasonCode, row: number, found: string, fileId: number): void {
    const seq = ++this.#seq;
    this.#notUsedNow = "passed-over";
    if (seq <= this.#after) return;
    const { fate } = reason(code);
    this.#counts[fate === "refused" ? "refused" : "setAside"]++;
    const part = this.#partOf(fileId);
    const put = { seq, row, part, raw: this.#raw(), fate, reason: code, found, of: this.#ofNow };
    this.#notUsedNow = put;
    this.#notUsed.push(put);
  }

  protected override keepRefused(person: string, { day, product }: RefusedRow): void {
    if (person.length > LONGEST_REFERENCE || this.#notUsedNow === "passed-over") return;
    this.store.people.idOf(person);
    this.#ofNow = { person, day, product };
    if (this.#notUsedNow !== null) this.#notUsedNow.of = this.#ofNow;
  }

  protected override keep(
    person: number,
    day: number,
    item: number,
    kind: number,
    prescriber: number,
    fileId: number,
    row: number,
    stopped: number = NO_DAY,
  ): void {
    // Of a product that is refused the row has been put aside already.
    const refused = this.items.classes[item] === REFUSED;
    const reference = this.store.people.names[person]!;
    if (reference.length > LONGEST_REFERENCE) {
      if (!refused) this.#putAside("person-too-long", row, reference, fileId);
      return;
    }
    const seq = refused ? this.#seq : ++this.#seq;
    if (seq <= this.#after) return;
    if (!refused) this.#counts.used++;
    this.#used.push({
      seq,
      row,
      part: this.#partOf(fileId),
      raw: this.#raw(),
      person: reference,
      day: day as Day,
      reading: this.items.reading(item),
      kind: KINDS[kind]!,
      prescriber: this.store.prescribers.at(prescriber),
      stopped: stopped === NO_DAY ? null : stopped === UNTOLD_DAY ? "untold" : (stopped as Day),
    });
  }

  #newPeople(): readonly RowPerson[] {
    const { people, sexes } = this.store;
    const found: RowPerson[] = [];
    for (let id = 0; id < people.size; id++) {
      if (people.written[id] === 1) continue;
      people.written[id] = 1;
      if (people.names[id]!.length > LONGEST_REFERENCE) continue;
      found.push({
        reference: people.names[id]!,
        birthYear: people.birthYears[id] === 0 ? null : people.birthYears[id]!,
        sex: sexes.at(people.sexes[id]!),
        registered: people.registered[id] === NO_DAY ? null : (people.registered[id] as Day),
      });
    }
    return found;
  }
}
