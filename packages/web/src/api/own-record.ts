import type { OwnRecord } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";

export const ownRecordQuery = () =>
  queryOptions({
    queryKey: ["own-record"],
    queryFn: ({ signal }) => get<OwnRecord>("/api/own-record", signal),
  });
