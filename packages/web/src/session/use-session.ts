import type { Action, Session } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../api/session.ts";

/** Who is signed in; null where nobody is. It is asked before the first page is drawn, and never by looking here. */
export const useSession = (): Session | null => useQuery({ ...sessionQuery(), enabled: false }).data ?? null;

/** Whether whoever is signed in may do something: what they may not is not offered to them. */
export const useMay = (): ((action: Action) => boolean) => {
  const session = useSession();
  return (action) => session?.may.includes(action) === true;
};
