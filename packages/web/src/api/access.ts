import type { AccessGiven, AccessReasons } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { writeSearch, type Search } from "../app/address.ts";
import { get, send } from "./client.ts";

export const askAccess = async (key: string, reason: string): Promise<AccessGiven> =>
  send("POST", `/api/people/${key}/access-reasons`, { reason });

export const accessReasonsQuery = (asked: Search) =>
  queryOptions({
    queryKey: ["access-reasons", asked],
    queryFn: ({ signal }) => get<AccessReasons>(`/api/access-reasons${writeSearch(asked)}`, signal),
    placeholderData: keepPreviousData,
  });

export const markReviewed = async (id: number): Promise<unknown> => send("PUT", `/api/access-reasons/${id}/review`);
