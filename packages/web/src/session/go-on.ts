import { useQueryClient } from "@tanstack/react-query";
import { askSession } from "../api/session.ts";
import { dropDrafts } from "./drafts.ts";
import { unlock } from "./gate.ts";

/** Another account took over this browser: what was typed here is not theirs, and nothing of these pages may stay. */
export const startOver = (): void => {
  dropDrafts();
  location.assign("/");
};

/** Goes on as whoever is signed in now: at once where it is the same account, from the beginning where it is not. */
export const useGoOn = (account: string) => {
  const queryClient = useQueryClient();
  return async (): Promise<void> => {
    const session = await askSession();
    if (session === null) return;
    if (session.account.id !== account) return startOver();
    queryClient.setQueryData(["session"], session);
    unlock();
    return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  };
};
