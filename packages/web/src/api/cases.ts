import type { CaseList, CasePicture, Share, ShareList } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

export const casesQuery = () =>
  queryOptions({ queryKey: ["cases"], queryFn: ({ signal }) => get<CaseList>("/api/cases", signal) });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", id],
    queryFn: ({ signal }) => get<CasePicture>(`/api/cases/${id}`, signal),
    enabled: /^\d{1,9}$/.test(id),
  });

export const sharesQuery = (key: string) =>
  queryOptions({
    queryKey: ["shares", key],
    queryFn: ({ signal }) => get<ShareList>(`/api/people/${key}/shares`, signal),
  });

export interface NewShare {
  readonly account: string;
  readonly withIdentity: boolean;
  readonly why: string;
}
export const sharePerson = async (key: string, share: NewShare): Promise<Share> =>
  send("POST", `/api/people/${key}/shares`, share);
export const endShare = async (id: number): Promise<unknown> => send("DELETE", `/api/shares/${id}`);
