import type { TakeUpByPassword, TakeUpLook, TakeUpStart } from "@concord/exchange/api";
import { send } from "./client.ts";
import { makePasskey } from "./passkeys.ts";

/** What a one-time code is for, and a new secret for the authenticator. */
export const lookAtCode = async (code: string): Promise<TakeUpLook> => send("POST", "/api/take-up/look", { code });

export const takeUpByPassword = async (given: TakeUpByPassword): Promise<void> =>
  send("POST", "/api/take-up/password", given);

export const takeUpByPasskey = async (given: TakeUpStart, passkeyName: string): Promise<void> => {
  const response = await makePasskey("/api/take-up/passkey/options", given);
  await send("POST", "/api/take-up/passkey", { ...given, passkeyName, response });
};

/** Where the organisation's own sign-in is, which links itself to the account of the code. */
export const placeToLink = async (provider: string, code: string): Promise<string> =>
  (await send<{ location: string }>("POST", `/api/take-up/oidc/${encodeURIComponent(provider)}`, { code })).location;
