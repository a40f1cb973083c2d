/** Numbers that make one issue, as they are stored: person, day, item, kind and prescriber, file, row, stopped. */
export const WIDTH = 7;
const PERSON = 0;
export const DAY = 1;

/** Issues as plain numbers, six an issue in one block: 10 million of them are no 10 million objects. */
export class IssueColumns {
  numbers = new Int32Array(WIDTH * 4096);
  count = 0;

  add(person: number, day: number, item: number, kind: number, source: number, row: number, stopped: number): void {
    let at = this.count * WIDTH;
    if (at === this.numbers.length) this.#grow();
    const numbers = this.numbers;
    numbers[at++] = person;
    numbers[at++] = day;
    numbers[at++] = item;
    numbers[at++] = kind;
    numbers[at++] = source;
    numbers[at++] = row;
    numbers[at] = stopped;
    this.count++;
  }

  /** For each person, where their issues start in `order`; for each place in `order`, the issue as it came. */
  byPerson(people: number): { starts: Int32Array; order: Int32Array } {
    const { numbers, count } = this;
    const starts = new Int32Array(people + 1);
    for (let i = 0, at = PERSON; i < count; i++, at += WIDTH) starts[(numbers[at] as number) + 1]!++;
    for (let person = 0; person < people; person++) starts[person + 1]! += starts[person]!;
    const next = starts.slice();
    const order = new Int32Array(count);
    for (let i = 0, at = PERSON; i < count; i++, at += WIDTH) order[next[numbers[at] as number]!++] = i;
    return { starts, order };
  }

  clear(): void {
    this.count = 0;
  }

  #grow(): void {
    const wider = new Int32Array(this.numbers.length * 2);
    wider.set(this.numbers);
    this.numbers = wider;
  }
}
