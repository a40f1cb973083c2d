import type { IssueRow, Person, PersonFound, Referral, Working } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { ask, get, send } from "./client.ts";

const of = (key: string): string => `/api/people/${key}`;

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether this may be how addresses name a person; whatever else someone has typed there is not sent on. */
export const isPersonKey = (text: string): boolean => KEY.test(text);

export const personQuery = (key: string) =>
  queryOptions({
    queryKey: ["person", key],
    queryFn: ({ signal }) => get<Person>(of(key), signal),
    enabled: isPersonKey(key),
  });

export const workingQuery = (key: string, on: string | null) =>
  queryOptions({
    queryKey: ["person", key, "working", on],
    queryFn: ({ signal }) => get<Working>(`${of(key)}/working${on === null ? "" : `?on=${on}`}`, signal),
  });

export const issuesQuery = (key: string) =>
  queryOptions({
    queryKey: ["person", key, "issues"],
    queryFn: ({ signal }) => get<{ issues: IssueRow[] }>(`${of(key)}/issues`, signal),
  });

/** The key of whom the records name so. */
export const findPerson = async (reference: string): Promise<PersonFound> => ask("/api/people/find", { reference });

export const refer = async (key: string, reason: string, selfReferral: boolean): Promise<Referral> =>
  send("POST", `${of(key)}/referrals`, { reason, selfReferral });
export const undoReferral = async (id: number): Promise<unknown> => send("DELETE", `/api/referrals/${id}`);
