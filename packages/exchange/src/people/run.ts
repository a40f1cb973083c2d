import { DAY, type IssueColumns, WIDTH } from "./issue-columns.ts";
import type { PersonTable } from "./person-table.ts";
import type { TemporaryFile } from "./temporary-file.ts";

/** What one run knows of one person: people come in order of their names, each at most once a run. */
export interface PersonInRun {
  readonly name: string;
  readonly birthYear: number;
  readonly sex: number;
  readonly registered: number;
  /** Issues, WIDTH - 1 numbers each (the person is known), as they came. */
  readonly issues: Int32Array;
}

/** Numbers kept of one issue once it is known whose it is. */
export const KEPT = WIDTH - DAY;

/** The run in memory, person by person. */
export function* runOf(people: PersonTable, columns: IssueColumns): Generator<PersonInRun> {
  const { starts, order } = columns.byPerson(people.size);
  const { numbers } = columns;
  for (const id of people.inOrder()) {
    const from = starts[id]!;
    const issues = new Int32Array((starts[id + 1]! - from) * KEPT);
    for (let at = 0, i = from; at < issues.length; i++) {
      let source = order[i]! * WIDTH + DAY;
      for (const end = at + KEPT; at < end;) issues[at++] = numbers[source++]!;
    }
    yield {
      name: people.names[id]!,
      birthYear: people.birthYears[id]!,
      sex: people.sexes[id]!,
      registered: people.registered[id]!,
      issues,
    };
  }
}

/** Bytes of the name, birth year, sex, day of registration, number of issues. */
const HEAD = 5;
const BUFFER_BYTES = 1 << 18;

/** Writes the run to the file; says where it starts and ends. */
export const writeRun = (run: Iterable<PersonInRun>, file: TemporaryFile): { from: number; to: number } => {
  const from = file.length;
  let parts: Uint8Array[] = [];
  let bytes = 0;
  const flush = () => {
    file.append(Buffer.concat(parts));
    parts = [];
    bytes = 0;
  };
  for (const { name, birthYear, sex, registered, issues } of run) {
    const nameBytes = Buffer.from(name, "utf8");
    const head = new Int32Array([nameBytes.length, birthYear, sex, registered, issues.length]);
    parts.push(new Uint8Array(head.buffer), nameBytes, new Uint8Array(issues.buffer));
    bytes += head.byteLength + nameBytes.length + issues.byteLength;
    if (bytes > BUFFER_BYTES) flush();
  }
  flush();
  return { from, to: file.length };
};

/** Reads a written run back, person by person, through one small buffer. */
export function* readRun(file: TemporaryFile, { from, to }: { from: number; to: number }): Generator<PersonInRun> {
  let buffer = Buffer.alloc(1 << 16);
  let start = 0;
  let end = 0;
  let position = from;
  const take = (length: number): number => {
    if (end - start < length) {
      const wider = length > buffer.length ? Buffer.alloc(length * 2) : buffer;
      buffer.copy(wider, 0, start, end);
      buffer = wider;
      end -= start;
      start = 0;
      while (end < length) {
        const read = file.read(buffer, end, Math.min(buffer.length - end, to - position), position);
        if (read === 0) throw new Error("a temporary file ended early");
        end += read;
        position += read;
      }
    }
    start += length;
    return start - length;
  };
  while (position < to || start < end) {
    const at = take(HEAD * 4);
    const [nameLength, birthYear, sex, registered, numbers] = [0, 4, 8, 12, 16].map((by) =>
      buffer.readInt32LE(at + by),
    ) as [number, number, number, number, number];
    const nameAt = take(nameLength);
    const name = buffer.toString("utf8", nameAt, nameAt + nameLength);
    const issues = new Int32Array(numbers);
    const issuesAt = take(issues.byteLength);
    new Uint8Array(issues.buffer).set(buffer.subarray(issuesAt, issuesAt + issues.byteLength));
    yield { name, birthYear, sex, registered, issues };
  }
}
