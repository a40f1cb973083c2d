import { NO_DAY } from "./person-table.ts";
import type { PersonInRun } from "./run.ts";

const joined = (parts: readonly PersonInRun[]): PersonInRun => {
  const first = parts[0]!;
  if (parts.length === 1) return first;
  const issues = new Int32Array(parts.reduce((sum, part) => sum + part.issues.length, 0));
  let at = 0;
  for (const part of parts) {
    issues.set(part.issues, at);
    at += part.issues.length;
  }
  return {
    name: first.name,
    birthYear: parts.find((part) => part.birthYear !== 0)?.birthYear ?? 0,
    sex: parts.find((part) => part.sex !== 0)?.sex ?? 0,
    registered: parts.find((part) => part.registered !== NO_DAY)?.registered ?? NO_DAY,
    issues,
  };
};

/** Walks runs that are each in order of names as one: each person once, what came first first. */
export function* mergeRuns(runs: readonly Iterator<PersonInRun>[]): Generator<PersonInRun> {
  const heads = runs.map((run) => run.next());
  for (;;) {
    let least: string | null = null;
    for (const head of heads)
      if (head.done !== true && (least === null || head.value.name < least)) least = head.value.name;
    if (least === null) return;
    const parts: PersonInRun[] = [];
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]!;
      if (head.done === true || head.value.name !== least) continue;
      parts.push(head.value);
      heads[i] = runs[i]!.next();
    }
    yield joined(parts);
  }
}
