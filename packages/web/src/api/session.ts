import type { Session } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { setWho } from "../session/who.ts";
import { ApiProblem } from "./api-problem.ts";
import { get, send } from "./client.ts";

/** Who is signed in and what they may do; null where nobody is. */
export const askSession = async (signal?: AbortSignal): Promise<Session | null> => {
  try {
    const session = await get<Session>("/api/session", signal);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === "not-signed-in") return null;
    throw error;
  }
};

/** Asked once: whatever changes it ends the session, and signing in anew asks again. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ["session"],
    queryFn: async ({ signal }) => {
      const session = await askSession(signal);
      setWho(session?.account.id ?? null);
      return session;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
  });

const ended = async (path: string): Promise<void> => {
  try {
    await send("DELETE", path);
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === "not-signed-in")) throw error;
  }
};
/** Signs out in this browser; that the session had ended before is no fault. */
export const endSession = async (): Promise<void> => ended("/api/session");
export const endSessions = async (): Promise<void> => ended("/api/sessions");
