import type { NewReading, Reading, UnreadList, UnreadPeople } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

/** Others read in the same queue: asked again every while. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ["unread-directions"],
    queryFn: ({ signal }) => get<UnreadList>("/api/unread-directions", signal),
    refetchInterval: 20_000,
  });

export const unreadPeopleQuery = (key: string, size: number) =>
  queryOptions({
    queryKey: ["unread-directions", key, "people", size],
    queryFn: ({ signal }) =>
      get<UnreadPeople>(`/api/unread-directions/${encodeURIComponent(key)}/people?size=${size}`, signal),
    placeholderData: keepPreviousData,
  });

export const readingsQuery = () =>
  queryOptions({
    queryKey: ["readings"],
    queryFn: ({ signal }) => get<{ readings: Reading[] }>("/api/readings", signal),
  });

export const keepReading = async (key: string, reading: NewReading): Promise<Reading> =>
  send("POST", `/api/unread-directions/${encodeURIComponent(key)}/readings`, reading);
export const undoReading = async (id: number): Promise<unknown> => send("DELETE", `/api/readings/${id}`);
