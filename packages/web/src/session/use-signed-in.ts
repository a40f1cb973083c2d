import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { sessionQuery } from "../api/session.ts";
import { dropDraftsOfOthers } from "./drafts.ts";
import { markActive } from "./last-active.ts";
import { tellTabs } from "./tabs.ts";

/** Somebody has just signed in: who it is is asked, and the pages go where they wanted to. */
export const useSignedIn = () => {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (to: string): Promise<void> => {
    // What was asked before is nobody's; the session itself is looked at by the frame of every page.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    const session = await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
    if (session === null) return;
    dropDraftsOfOthers(session.account.id);
    markActive();
    tellTabs({ is: "signed-in", account: session.account.id });
    router.history.replace(to);
  };
};
