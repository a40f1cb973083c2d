import { registerEntry, type RegisterEntry } from "@concord/core";
import type { PersonRecord } from "@concord/exchange";
import type { Loaded } from "./load-records.ts";

/** One person's line of the register, the same in every command; null for someone who is not on it. */
export const entryOf = ({ records, on, table }: Loaded, record: PersonRecord): RegisterEntry | null => {
  const dataFrom = records.firstIssueDay;
  return registerEntry(record.person, record.details, record.issues, on, table, {
    refusedRows: record.refused,
    ...(dataFrom === null ? {} : { dataFrom }),
  });
};
