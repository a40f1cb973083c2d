import type { Practice, PracticeView } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";

/** Asked again while the register is being built, so that its numbers come by themselves. */
export const practiceQuery = () =>
  queryOptions({
    queryKey: ["practice"],
    queryFn: ({ signal }) => get<Practice>("/api/practice", signal),
    refetchInterval: (query) => (query.state.data?.building === true ? 2000 : 30_000),
  });

export const practiceViewQuery = () =>
  queryOptions({
    queryKey: ["practice-view"],
    queryFn: ({ signal }) => get<PracticeView>("/api/practice-view", signal),
  });
