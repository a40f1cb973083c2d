import type { AccessLogLine, PracticeLogLine } from "@concord/exchange/api";
import type { LogLine } from "../store/queries/log-lines.ts";
import type { PersonNamed } from "../store/queries/people-named.ts";
import { kindOfEntry } from "./kind-of-entry.ts";

/** People of one entry that are named; a page of the register is of fifty. */
export const MOST_NAMED = 3;

export const presentLine = (it: LogLine): AccessLogLine => ({
  number: it.number,
  at: it.at,
  account: it.account,
  who: it.who,
  roles: it.roles === "" ? [] : it.roles.split(","),
  purpose: it.purpose,
  action: it.action,
  outcome: it.outcome,
  kind: kindOfEntry(it),
  peopleCount: it.people.length,
  everybody: it.everybody,
  why: it.why,
  fromWhere: it.fromWhere,
});

export const presentPracticeLine = (it: LogLine, named: ReadonlyMap<number, PersonNamed>): PracticeLogLine => ({
  ...presentLine(it),
  people: it.people.slice(0, MOST_NAMED).flatMap((id) => {
    const found = named.get(id);
    return found === undefined ? [] : [{ person: found.person, key: found.key }];
  }),
});
