import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/api-problem.ts";
import { connectionFailed, connectionWorks } from "../ui/connection.ts";

const note = (error: unknown): void => {
  if (error instanceof ApiProblem && error.code === "not-answering") connectionFailed();
  else connectionWorks();
};

/** A service on the same machine answers at once or not at all: one more try, and nothing is called stale by guess. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onSuccess: connectionWorks, onError: note }),
    mutationCache: new MutationCache({ onSuccess: connectionWorks, onError: note }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 10_000,
        retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.mayPass,
        retryDelay: 400,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
