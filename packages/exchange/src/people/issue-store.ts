import type { Day, Issue, IssueKind, PersonDetails, RefusedRow, Stopped } from "@concord/core";
import { OPIOID } from "../account/tally.ts";
import type { ItemTable } from "../items/item-table.ts";
import { ownCopy } from "../items/own-copy.ts";
import { IssueColumns } from "./issue-columns.ts";
import { mergeRuns } from "./merge-runs.ts";
import { NO_DAY, PersonTable, UNTOLD_DAY } from "./person-table.ts";
import { addRefused } from "./refused-rows.ts";
import { KEPT, readRun, runOf, writeRun, type PersonInRun, type WrittenRun } from "./run.ts";
import { TemporaryFile } from "./temporary-file.ts";

/** One person with any opioid in the data: their issues in date order, as they came within a day. */
export interface PersonRecord {
  readonly person: string;
  readonly details: PersonDetails;
  readonly issues: readonly Issue[];
  /** Rows of opioids that were refused as rows; the first few. They make the person's total "at least". */
  readonly refused: readonly RefusedRow[];
}

export const KINDS = ["acute", "repeat", "repeat-dispensing", "elsewhere"] as const satisfies readonly IssueKind[];

/** Short texts that many rows share (prescribers, sexes, file names), each held once; 0 is none. */
class Names {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [""];

  idOf(name: string): number {
    if (name === "") return 0;
    let id = this.#ids.get(name);
    if (id === undefined) this.#ids.set(name, (id = this.#names.push(name) - 1));
    return id;
  }

  at(id: number): string | null {
    return id === 0 ? null : this.#names[id]!;
  }
}

const stoppedOn = (day: number, lastDay: Day): Stopped =>
  day === UNTOLD_DAY ? { day: lastDay, told: false } : { day: day as Day, told: true };

/**
 * Issues of watched medicines, gathered by person in bounded memory: when more than so many are held they go to a
 * temporary file, in order of people, and are merged when people are walked.
 */
export class IssueStore {
  readonly #columns = new IssueColumns();
  readonly people = new PersonTable();
  readonly prescribers = new Names();
  readonly sexes = new Names();
  readonly files = new Names();
  readonly #items: ItemTable;
  readonly #most: number;
  readonly #written: WrittenRun[] = [];
  /** By person, "day item" of issues that a later copy withdrew, once for each. */
  readonly #refused = new Map<string, RefusedRow[]>();
  readonly #withdrawn = new Map<string, string[]>();
  #spill: TemporaryFile | null = null;

  constructor(items: ItemTable, most: number) {
    this.#items = items;
    this.#most = most;
  }

  /** Person identifiers are good until the next `add`. */
  add(
    person: number,
    day: number,
    item: number,
    kind: number,
    prescriber: number,
    file: number,
    row: number,
    stopped = NO_DAY,
  ): void {
    this.#columns.add(person, day, item, kind + prescriber * KINDS.length, file, row, stopped);
    if (this.#columns.count >= this.#most || this.people.size >= this.#most) this.#spillRun();
  }

  /** A row of this person's opioid was refused. One of an unknown day always counts, so it is always kept. */
  refuse(person: string, row: RefusedRow): void {
    this.people.idOf(person);
    const list = this.#refused.get(person);
    if (list === undefined) this.#refused.set(ownCopy(person), [row]);
    else addRefused(list, row);
  }

  /** One issue of this person, day and item is entered in error after all. */
  withdraw(person: string, day: number, item: number): void {
    const list = this.#withdrawn.get(person) ?? [];
    this.#withdrawn.set(person, [...list, `${day} ${item}`]);
  }

  #spillRun(): void {
    this.#spill ??= new TemporaryFile();
    this.#written.push(writeRun(runOf(this.people, this.#columns), this.#spill));
    this.#columns.clear();
    if (this.people.size >= this.#most / 16) this.people.clear();
    else this.people.written.fill(1);
  }

  /** `lastDay`: the last that the records cover, by which an order was stopped that does not say when. */
  *walk(only: string | null, lastDay: Day): Generator<PersonRecord> {
    const spill = this.#spill;
    const runs = spill === null ? [] : this.#written.map((run) => readRun(spill, run));
    for (const person of mergeRuns([...runs, runOf(this.people, this.#columns)])) {
      if (only !== null && person.name !== only) continue;
      if (this.#withdrawn.size > 0) this.#takeOut(person);
      if (this.#hasOpioid(person) || this.#refused.has(person.name)) yield this.#recordOf(person, lastDay);
      if (only !== null) return;
    }
  }

  #takeOut(person: PersonInRun): void {
    for (const withdrawn of this.#withdrawn.get(person.name) ?? []) {
      const { numbers } = person;
      for (let at = person.from; at < person.to; at += KEPT) {
        if (`${numbers[at]!} ${numbers[at + 1]!}` !== withdrawn) continue;
        numbers.copyWithin(at, at + KEPT, person.to);
        person.to -= KEPT;
        break;
      }
    }
  }

  #hasOpioid({ numbers, from, to }: PersonInRun): boolean {
    const { classes } = this.#items;
    for (let at = from + 1; at < to; at += KEPT) if (classes[numbers[at]!]! >= OPIOID) return true;
    return false;
  }

  #recordOf({ name, birthYear, sex, registered, numbers, from, to }: PersonInRun, lastDay: Day): PersonRecord {
    const issues: Issue[] = [];
    let inOrder = true;
    let last = -Infinity;
    for (let at = from; at < to; at += KEPT) {
      const day = numbers[at] as Day;
      const kindAndPrescriber = numbers[at + 2]!;
      if (day < last) inOrder = false;
      last = day;
      const issue: Issue = {
        day,
        kind: KINDS[kindAndPrescriber % KINDS.length]!,
        reading: this.#items.reading(numbers[at + 1]!),
        prescriber: this.prescribers.at(Math.trunc(kindAndPrescriber / KINDS.length)),
        file: this.files.at(numbers[at + 3]!) ?? "",
        row: numbers[at + 4]!,
      };
      const stopped = numbers[at + 5]!;
      issues.push(stopped === NO_DAY ? issue : { ...issue, stopped: stoppedOn(stopped, lastDay) });
    }
    if (!inOrder) issues.sort((a, b) => a.day - b.day);
    const details: PersonDetails = {
      birthYear: birthYear === 0 ? null : birthYear,
      sex: this.sexes.at(sex),
      registered: registered === NO_DAY ? null : (registered as Day),
    };
    return { person: name, details, issues, refused: this.#refused.get(name) ?? [] };
  }

  close(): void {
    this.#spill?.close();
    this.#spill = null;
  }
}
