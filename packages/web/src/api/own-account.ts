import type { OwnAccountPage } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";
import { makePasskey } from "./passkeys.ts";

export const ownAccountQuery = () =>
  queryOptions({
    queryKey: ["own-account"],
    queryFn: ({ signal }) => get<OwnAccountPage>("/api/own-account", signal),
  });

export const changePassword = async (given: { readonly current: string; readonly password: string }): Promise<void> =>
  send("POST", "/api/own-account/password", given);

export const addPasskey = async (name: string): Promise<void> => {
  const response = await makePasskey("/api/own-account/passkeys/options", {});
  await send("POST", "/api/own-account/passkeys", { name, response });
};

export const removePasskey = async (id: string): Promise<void> =>
  send("DELETE", `/api/own-account/passkeys/${encodeURIComponent(id)}`);

export const endSessionOf = async (id: string): Promise<void> =>
  send("DELETE", `/api/own-account/sessions/${encodeURIComponent(id)}`);
