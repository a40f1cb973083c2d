import { parseDay, type Day, type Issue, type ItemReading } from "@concord/core";
import { putRegisterRows } from "../store/queries/put-register-rows.ts";
import { recordsOfPeople, type RecordsFound } from "../store/queries/records-of-people.ts";
import type { Work } from "../store/schema.ts";
import { keptItem } from "./kept-item.ts";
import { refusedByPerson } from "./refused-rows.ts";
import type { ReadItemByHand } from "./reader-by-hand.ts";
import { stoppedOn } from "./stopped-on.ts";
import { registerLine, type BuildTerms, type PersonOnRecord } from "./register-line.ts";

export interface Build {
  readonly practiceId: string;
  readonly id: number;
  readonly terms: BuildTerms;
}

const peopleOf = (
  { people, issues, items, ownReadings, refused }: RecordsFound,
  readItem: ReadItemByHand,
  lastDay: Day,
): readonly PersonOnRecord[] => {
  const byId = new Map(items.map((item) => [item.id, keptItem(item)]));
  const readings = new Map<number, ItemReading>(items.map(({ id, byHand }) => [id, readItem(byId.get(id)!, byHand)]));
  const own = new Map(
    ownReadings.map(({ personId, itemId, byHand }) => [`${personId} ${itemId}`, readItem(byId.get(itemId)!, byHand)]),
  );
  const byPerson = new Map<number, Issue[]>(people.map(({ id }) => [id, []]));
  for (const { personId, itemId, day, kind, prescriber, file, row, ...rest } of issues) {
    const reading = own.get(`${personId} ${itemId}`) ?? readings.get(itemId)!;
    const stopped = stoppedOn(rest, lastDay);
    byPerson.get(personId)?.push({ day: parseDay(day)!, kind, prescriber, file, row, reading, ...stopped });
  }
  const refusedOf = refusedByPerson(refused);
  return people.map(({ id, reference, birthYear, sex, registered }) => ({
    id,
    reference,
    details: { birthYear, sex, registered: registered === null ? null : parseDay(registered) },
    issues: byPerson.get(id)!,
    refusedRows: refusedOf.get(id) ?? [],
  }));
};

/** Reckons the lines of these people and writes them into the build. */
export const buildLines = async (
  trx: Work,
  build: Build,
  readItem: ReadItemByHand,
  ids: readonly number[],
): Promise<void> => {
  if (ids.length === 0) return;
  const lines = peopleOf(await recordsOfPeople(trx, ids), readItem, build.terms.asOf)
    .map((person) => registerLine(person, build.terms))
    .filter((line) => line !== null);
  await putRegisterRows(trx, build, ids, lines);
};
