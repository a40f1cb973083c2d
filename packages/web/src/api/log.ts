import type { AccessLog, LogProof, PracticeLog } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { writeSearch, type Search } from "../app/address.ts";
import { get } from "./client.ts";

/** Who has seen and changed a person's records; `null` is the patient who asks. */
export const accessLogQuery = (key: string | null, asked: Search) =>
  queryOptions({
    queryKey: ["access-log", key, asked],
    queryFn: ({ signal }) =>
      get<AccessLog>(`/api/${key === null ? "own-log" : `people/${key}/access-log`}${writeSearch(asked)}`, signal),
    placeholderData: keepPreviousData,
  });

export const practiceLogQuery = (asked: Search) =>
  queryOptions({
    queryKey: ["practice-log", asked],
    queryFn: ({ signal }) => get<PracticeLog>(`/api/audit-log${writeSearch(asked)}`, signal),
    placeholderData: keepPreviousData,
  });

/** Has the service follow the log from its first entry. */
export const proveLog = async (): Promise<LogProof> => get("/api/audit-log/proof");
