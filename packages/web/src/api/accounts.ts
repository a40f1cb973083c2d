import type { Account, AccountMade, OneTimeCode, Role } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

export const accountsQuery = () =>
  queryOptions({
    queryKey: ["accounts"],
    queryFn: ({ signal }) => get<{ accounts: Account[] }>("/api/accounts", signal),
  });

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of a patient: their reference in the records. */
  readonly person?: string;
}
export const makeAccount = async (given: NewAccount): Promise<AccountMade> => send("POST", "/api/accounts", given);

const of = (id: string): string => `/api/accounts/${encodeURIComponent(id)}`;
export const changeAccount = async (id: string, name: string, roles: readonly Role[]): Promise<unknown> =>
  send("PUT", of(id), { name, roles });
export const newCode = async (id: string): Promise<OneTimeCode> => send("POST", `${of(id)}/code`);
export const closeAccount = async (id: string): Promise<unknown> => send("POST", `${of(id)}/close`);
export const openAccount = async (id: string): Promise<unknown> => send("POST", `${of(id)}/open`);
