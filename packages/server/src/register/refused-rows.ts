import { parseDay, type RefusedRow } from "@concord/core";
import { addRefused } from "@concord/exchange";
import { sayReason } from "../imports/say-reason.ts";
import type { RefusedRowKept } from "../store/queries/records-of-people.ts";

/** By person, the rows of their opioids that were refused and that make their total "at least". */
export const refusedByPerson = (rows: readonly RefusedRowKept[]): ReadonlyMap<number, readonly RefusedRow[]> => {
  const byPerson = new Map<number, RefusedRow[]>();
  for (const { personId, file, row, day, product, reason } of rows) {
    let list = byPerson.get(personId);
    if (list === undefined) byPerson.set(personId, (list = []));
    addRefused(list, { file, row, day: day === null ? null : parseDay(day), product, because: sayReason(reason).say });
  }
  return byPerson;
};
