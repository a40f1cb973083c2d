import type { NewAcceptance, Safety } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

export const safetyQuery = () =>
  queryOptions({
    queryKey: ["safety"],
    queryFn: ({ signal }) => get<Safety>("/api/safety", signal),
  });

export const recordAcceptance = async (acceptance: NewAcceptance): Promise<Safety> =>
  send("POST", "/api/safety/acceptances", acceptance);
export const withdrawAcceptance = async (): Promise<Safety> => send("DELETE", "/api/safety/acceptances");
