import type { IssueRow, Person, Referral, Working } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

const of = (reference: string): string => `/api/people/${encodeURIComponent(reference)}`;

export const personQuery = (reference: string) =>
  queryOptions({
    queryKey: ["person", reference],
    queryFn: ({ signal }) => get<Person>(of(reference), signal),
  });

export const workingQuery = (reference: string, on: string | null) =>
  queryOptions({
    queryKey: ["person", reference, "working", on],
    queryFn: ({ signal }) => get<Working>(`${of(reference)}/working${on === null ? "" : `?on=${on}`}`, signal),
  });

export const issuesQuery = (reference: string) =>
  queryOptions({
    queryKey: ["person", reference, "issues"],
    queryFn: ({ signal }) => get<{ issues: IssueRow[] }>(`${of(reference)}/issues`, signal),
  });

export const refer = async (reference: string, reason: string, selfReferral: boolean): Promise<Referral> =>
  send("POST", `${of(reference)}/referrals`, { reason, selfReferral });
export const undoReferral = async (id: number): Promise<unknown> => send("DELETE", `/api/referrals/${id}`);
