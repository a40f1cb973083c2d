import { NO_DAY } from "./person-table.ts";
import type { PersonInRun } from "./run.ts";

/** Adds what another run knows of the same person, after what is known already; the first detail stays. */
const append = (person: PersonInRun, part: PersonInRun): void => {
  const length = part.to - part.from;
  if (person.numbers.length < person.to + length) {
    const wider = new Int32Array((person.to + length) * 2);
    wider.set(person.numbers.subarray(0, person.to));
    person.numbers = wider;
  }
  for (let i = 0; i < length; i++) person.numbers[person.to + i] = part.numbers[part.from + i]!;
  person.to += length;
  if (person.birthYear === 0) person.birthYear = part.birthYear;
  if (person.sex === 0) person.sex = part.sex;
  if (person.registered === NO_DAY) person.registered = part.registered;
};

/**
 * Walks runs that are each in order of names as one: each person once, what came first first.
 * A person is good until the next is asked for.
 */
export function* mergeRuns(runs: readonly Iterator<PersonInRun>[]): Generator<PersonInRun> {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) {
    for (let next = only.next(); next.done !== true; next = only.next()) yield next.value;
    return;
  }
  const person: PersonInRun = {
    name: "",
    birthYear: 0,
    sex: 0,
    registered: NO_DAY,
    numbers: new Int32Array(1024),
    from: 0,
    to: 0,
  };
  const heads = runs.map((run) => run.next());
  for (;;) {
    let least: string | null = null;
    for (const head of heads)
      if (head.done !== true && (least === null || head.value.name < least)) least = head.value.name;
    if (least === null) return;
    person.name = least;
    person.birthYear = person.sex = person.to = 0;
    person.registered = NO_DAY;
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]!;
      if (head.done === true || head.value.name !== least) continue;
      append(person, head.value);
      heads[i] = runs[i]!.next();
    }
    yield person;
  }
}
