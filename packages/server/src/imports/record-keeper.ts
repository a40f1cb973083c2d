import { formatDay, type ItemReading } from "@concord/core";
import type { NotUsedRow, RowBatch, RowPerson, UsedRow } from "@concord/exchange";
import { itemFacts, itemHash, readingKey } from "../register/item-facts.ts";
import { advanceImport } from "../store/queries/advance-import.ts";
import { keepIssues, type IssueToKeep, type RowsOf } from "../store/queries/keep-issues.ts";
import { keepItems, type ItemToKeep } from "../store/queries/keep-items.ts";
import { keepPeople, type PersonToKeep } from "../store/queries/keep-people.ts";
import { keepRowsNotUsed, type RowNotUsedToKeep } from "../store/queries/keep-rows-not-used.ts";
import { preferIndexes } from "../store/queries/prefer-indexes.ts";
import { withdrawIssue } from "../store/queries/withdraw-issue.ts";
import type { Work } from "../store/schema.ts";

/** People and items whose numbers are remembered between batches; an item comes with its whole reading. */
const MOST_PEOPLE = 200_000;
const MOST_ITEMS = 20_000;

/** PostgreSQL keeps every character but this one. */
const keepable = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", "\u{FFFD}") : text);
const keepableOrNull = (text: string | null): string | null => (text === null ? null : keepable(text));
const json = (value: unknown): string => JSON.stringify(value).replaceAll("\\u0000", "\\ufffd");

const itemToKeep = (reading: ItemReading): ItemToKeep => {
  const { item } = reading;
  const { kind } = item.directions;
  const facts = itemFacts(reading);
  return {
    hash: itemHash(item).toString("hex"),
    product_name: keepable(item.product.name),
    codes: json(item.product.codes),
    directions: keepable(kind === "text" ? item.directions.text : reading.directions.text),
    dosage: kind === "text" ? null : json(item.directions.dosage),
    quantity: keepableOrNull(item.quantity),
    quantity_unit: keepableOrNull(item.quantityUnit),
    days: item.days,
    class: facts.class,
    reading_key: readingKey(item),
    unread_reason: facts.unreadReason,
    unread_because: keepableOrNull(facts.unreadBecause),
    counted_in: facts.countedIn,
    each_person: facts.eachPerson,
  };
};

const NOT_SAID = { birth_year: null, sex: null, registered: null };

const personToKeep = ({ reference, birthYear, sex, registered }: RowPerson): PersonToKeep => ({
  reference: keepable(reference),
  birth_year: birthYear,
  sex: keepableOrNull(sex),
  registered: registered === null ? null : formatDay(registered),
});

/** "called-off": the import is not being read any more. */
export type Kept = "kept" | "called-off";

/**
 * Keeps batches of rows of one import; remembers the numbers of people and items that it has kept. After a
 * transaction that failed these are not to be relied on: the next attempt takes a new keeper.
 */
export class RecordKeeper {
  readonly #practiceId: string;
  readonly #importId: number;
  readonly #people = new Map<string, number>();
  readonly #items = new Map<ItemReading, number>();

  constructor(practiceId: string, importId: number) {
    this.#practiceId = practiceId;
    this.#importId = importId;
  }

  /** All of the batch and how far the import is, in the transaction at hand. */
  async keep(trx: Work, batch: RowBatch): Promise<Kept> {
    const of = { practiceId: this.#practiceId, importId: this.#importId };
    if (!(await advanceImport(trx, this.#importId, batch))) return "called-off";
    await preferIndexes(trx);
    await this.#learnPeople(trx, of, batch);
    await this.#learnItems(
      trx,
      [...batch.used, ...batch.withdrawn].map(({ reading }) => reading),
    );
    await keepIssues(
      trx,
      of,
      batch.used.map((row) => this.#issueOf(row)),
    );
    await keepRowsNotUsed(
      trx,
      of,
      batch.notUsed.map((row) => this.#notUsed(row)),
    );
    for (const { person, day, reading } of batch.withdrawn)
      await withdrawIssue(trx, of, {
        personId: this.#personId(person),
        itemId: this.#items.get(reading)!,
        day: formatDay(day),
      });
    return "kept";
  }

  /** Everyone of whom the file says something new, and whoever of the rows has been forgotten here. */
  async #learnPeople(trx: Work, of: RowsOf, { people, used, notUsed, withdrawn }: RowBatch): Promise<void> {
    if (this.#people.size > MOST_PEOPLE) this.#people.clear();
    const wanted = new Map(people.map((person) => [keepable(person.reference), personToKeep(person)]));
    const named = [...used, ...withdrawn, ...notUsed.flatMap((row) => row.of ?? [])];
    for (const { person } of named) {
      const reference = keepable(person);
      if (!this.#people.has(reference) && !wanted.has(reference)) wanted.set(reference, { reference, ...NOT_SAID });
    }
    if (wanted.size === 0) return;
    for (const { id, reference } of await keepPeople(trx, of, [...wanted.values()])) this.#people.set(reference, id);
  }

  #personId(reference: string): number {
    return this.#people.get(keepable(reference))!;
  }

  async #learnItems(trx: Work, readings: readonly ItemReading[]): Promise<void> {
    if (this.#items.size > MOST_ITEMS) this.#items.clear();
    const wanted = new Map<string, ItemReading[]>();
    for (const reading of readings) {
      if (this.#items.has(reading)) continue;
      this.#items.set(reading, -1);
      const hash = itemHash(reading.item).toString("hex");
      const same = wanted.get(hash);
      if (same === undefined) wanted.set(hash, [reading]);
      else same.push(reading);
    }
    if (wanted.size === 0) return;
    const items = [...wanted.values()].map(([first]) => itemToKeep(first!));
    for (const { id, hash } of await keepItems(trx, this.#practiceId, items))
      for (const reading of wanted.get(hash)!) this.#items.set(reading, id);
  }

  #issueOf(row: UsedRow): IssueToKeep {
    return {
      seq: row.seq,
      row: row.row,
      part: keepableOrNull(row.part),
      stopped: row.stopped === null || row.stopped === "untold" ? null : formatDay(row.stopped),
      stoppedUntold: row.stopped === "untold",
      personId: this.#personId(row.person),
      itemId: this.#items.get(row.reading)!,
      day: formatDay(row.day),
      kind: row.kind,
      prescriber: keepableOrNull(row.prescriber),
      raw: keepable(row.raw),
    };
  }

  #notUsed(row: NotUsedRow): RowNotUsedToKeep {
    const { seq, of } = row;
    return {
      seq,
      row: row.row,
      part: keepableOrNull(row.part),
      outcome: row.fate,
      reason: row.reason,
      found: keepable(row.found),
      raw: keepable(row.raw),
      personId: of === null ? null : this.#personId(of.person),
      day: of === null || of.day === null ? null : formatDay(of.day),
      product: of === null ? null : keepable(of.product),
    };
  }
}
