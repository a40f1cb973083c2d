import { formatDay, type ItemReading } from "@concord/core";
import type { NotUsedRow, RowBatch, RowPerson, UsedRow } from "@concord/exchange";
import { itemFacts, itemHash, readingKey } from "../register/item-facts.ts";
import { advanceImport } from "../store/queries/advance-import.ts";
import { keepIssues, type IssueToKeep, type RowsOf } from "../store/queries/keep-issues.ts";
import { keepItems, type ItemToKeep } from "../store/queries/keep-items.ts";
import { keepPeople } from "../store/queries/keep-people.ts";
import { keepRowsNotUsed } from "../store/queries/keep-rows-not-used.ts";
import { preferIndexes } from "../store/queries/prefer-indexes.ts";
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

interface KnownPerson {
  readonly id: number;
  readonly described: RowPerson;
}

/** "called-off": the import is not being read any more. */
export type Kept = "kept" | "called-off";

/**
 * Keeps batches of rows of one import; remembers the numbers of people and items that it has kept. After a
 * transaction that failed these are not to be relied on: the next attempt takes a new keeper.
 */
export class RecordKeeper {
  readonly #practiceId: string;
  readonly #importId: number;
  readonly #people = new Map<string, KnownPerson>();
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
    await this.#learnPeople(trx, of, batch.used);
    await this.#learnItems(trx, batch.used);
    await keepIssues(
      trx,
      of,
      batch.used.map((row) => this.#issueOf(row)),
    );
    await keepRowsNotUsed(trx, of, batch.notUsed.map(notUsed));
    return "kept";
  }

  async #learnPeople(trx: Work, of: RowsOf, rows: readonly UsedRow[]): Promise<void> {
    if (this.#people.size > MOST_PEOPLE) this.#people.clear();
    const wanted = new Map<string, RowPerson>();
    for (const { person } of rows) {
      const reference = keepable(person.reference);
      const known = this.#people.get(reference);
      if (known === undefined || isMore(person, known.described)) wanted.set(reference, person);
    }
    if (wanted.size === 0) return;
    const people = [...wanted].map(([reference, { birthYear, sex, registered }]) => ({
      reference,
      birth_year: birthYear,
      sex: keepableOrNull(sex),
      registered: registered === null ? null : formatDay(registered),
    }));
    for (const { id, reference } of await keepPeople(trx, of, people))
      this.#people.set(reference, { id, described: wanted.get(reference)! });
  }

  async #learnItems(trx: Work, rows: readonly UsedRow[]): Promise<void> {
    if (this.#items.size > MOST_ITEMS) this.#items.clear();
    const wanted = new Map<string, ItemReading[]>();
    for (const { reading } of rows) {
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
      personId: this.#people.get(keepable(row.person.reference))!.id,
      itemId: this.#items.get(row.reading)!,
      day: formatDay(row.day),
      kind: row.kind,
      prescriber: keepableOrNull(row.prescriber),
      raw: keepable(row.raw),
    };
  }
}

const isMore = (now: RowPerson, before: RowPerson): boolean =>
  (before.birthYear === null && now.birthYear !== null) ||
  (before.sex === null && now.sex !== null) ||
  (before.registered === null && now.registered !== null);

const notUsed = (row: NotUsedRow) => ({
  seq: row.seq,
  row: row.row,
  outcome: row.fate,
  reason: row.reason,
  found: keepable(row.found),
  raw: keepable(row.raw),
});
