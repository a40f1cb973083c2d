import { DAY, type IssueColumns, WIDTH } from "./issue-columns.ts";
import type { PersonTable } from "./person-table.ts";
import type { TemporaryFile } from "./temporary-file.ts";

/**
 * What one run knows of one person: people come in order of their names, each at most once a run.
 * Good until the run is asked for the next person: a run has one buffer, however many people it holds.
 */
export interface PersonInRun {
  name: string;
  birthYear: number;
  sex: number;
  registered: number;
  /** Issues are `numbers` from `from` to before `to`, KEPT numbers each, as they came. */
  numbers: Int32Array;
  from: number;
  to: number;
}

/** Numbers kept of one issue once it is known whose it is. */
export const KEPT = WIDTH - DAY;

const nobody = (): PersonInRun => ({
  name: "",
  birthYear: 0,
  sex: 0,
  registered: 0,
  numbers: new Int32Array(0),
  from: 0,
  to: 0,
});

/** The run in memory, person by person. */
export function* runOf(people: PersonTable, columns: IssueColumns): Generator<PersonInRun> {
  const { starts, order } = columns.byPerson(people.size);
  const { numbers } = columns;
  const person = nobody();
  for (const id of people.inOrder()) {
    const first = starts[id]!;
    const count = starts[id + 1]! - first;
    if (count === 0 && people.written[id] === 1) continue;
    if (person.numbers.length < count * KEPT) person.numbers = new Int32Array(count * KEPT * 2);
    for (let i = 0, at = 0; i < count; i++) {
      let source = order[first + i]! * WIDTH + DAY;
      for (const end = at + KEPT; at < end;) person.numbers[at++] = numbers[source++]!;
    }
    person.name = people.names[id]!;
    person.birthYear = people.birthYears[id]!;
    person.sex = people.sexes[id]!;
    person.registered = people.registered[id]!;
    person.to = count * KEPT;
    yield person;
  }
}

/** Numbers before each name: bytes of the name, birth year, sex, day of registration, numbers of its issues. */
const HEAD = 5;
const BUFFER_NUMBERS = 1 << 15;

export interface WrittenRun {
  readonly from: number;
  readonly to: number;
}

/** Writes the run to the file, names padded so that all numbers stay aligned; says where it starts and ends. */
export const writeRun = (run: Iterable<PersonInRun>, file: TemporaryFile): WrittenRun => {
  const from = file.length;
  let buffer = new Int32Array(BUFFER_NUMBERS);
  let at = 0;
  const flush = () => {
    file.append(new Uint8Array(buffer.buffer, 0, at * 4));
    at = 0;
  };
  for (const person of run) {
    const nameBytes = Buffer.byteLength(person.name, "utf8");
    const issues = person.to - person.from;
    const length = HEAD + Math.ceil(nameBytes / 4) + issues;
    if (at + length > buffer.length) flush();
    if (length > buffer.length) buffer = new Int32Array(length);
    buffer.set([nameBytes, person.birthYear, person.sex, person.registered, issues], at);
    Buffer.from(buffer.buffer).write(person.name, (at + HEAD) * 4, "utf8");
    buffer.set(person.numbers.subarray(person.from, person.to), at + length - issues);
    at += length;
  }
  flush();
  return { from, to: file.length };
};

/** A window on numbers of the file that moves forward only. */
class Window {
  readonly #file: TemporaryFile;
  readonly #to: number;
  #position: number;
  numbers: Int32Array;
  bytes: Buffer;
  #start = 0;
  #end = 0;

  constructor(file: TemporaryFile, { from, to }: WrittenRun, size: number) {
    this.#file = file;
    this.#position = from;
    this.#to = to;
    this.numbers = new Int32Array(size);
    this.bytes = Buffer.from(this.numbers.buffer);
  }

  get done(): boolean {
    return this.#start === this.#end && this.#position === this.#to;
  }

  /** Where the next so many numbers stand in `numbers`. What was asked for before stays there only if it fits. */
  ahead(length: number): number {
    if (this.#end - this.#start < length) this.#fill(length);
    return this.#start;
  }

  skip(length: number): void {
    this.#start += length;
  }

  #fill(length: number): void {
    const held = this.numbers.subarray(this.#start, this.#end);
    if (length > this.numbers.length) {
      const wider = new Int32Array(length * 2);
      wider.set(held);
      this.numbers = wider;
      this.bytes = Buffer.from(wider.buffer);
    } else this.numbers.copyWithin(0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#start = 0;
    while (this.#end < length) {
      const room = Math.min((this.numbers.length - this.#end) * 4, this.#to - this.#position);
      const read = this.#file.read(this.bytes, this.#end * 4, room, this.#position);
      if (read === 0 || read % 4 !== 0) throw new Error("a temporary file ended early");
      this.#end += read / 4;
      this.#position += read;
    }
  }
}

/** Reads a written run back, person by person, through one small window. */
export function* readRun(file: TemporaryFile, run: WrittenRun): Generator<PersonInRun> {
  const window = new Window(file, run, BUFFER_NUMBERS / 4);
  const person = nobody();
  while (!window.done) {
    const head = window.ahead(HEAD);
    const nameBytes = window.numbers[head]!;
    const issues = window.numbers[head + 4]!;
    const nameNumbers = Math.ceil(nameBytes / 4);
    const length = HEAD + nameNumbers + issues;
    const at = window.ahead(length);
    const { numbers, bytes } = window;
    person.name = bytes.toString("utf8", (at + HEAD) * 4, (at + HEAD) * 4 + nameBytes);
    person.birthYear = numbers[at + 1]!;
    person.sex = numbers[at + 2]!;
    person.registered = numbers[at + 3]!;
    person.numbers = numbers;
    person.from = at + HEAD + nameNumbers;
    person.to = at + length;
    window.skip(length);
    yield person;
  }
}
