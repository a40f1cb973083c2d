import type { SignInWays } from "@concord/exchange/api";
import { queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

export const waysInQuery = () =>
  queryOptions({
    queryKey: ["sign-in-ways"],
    queryFn: ({ signal }) => get<SignInWays>("/api/sign-in/ways", signal),
    staleTime: Infinity,
  });

export interface PasswordGiven {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}
export const signInByPassword = async (given: PasswordGiven): Promise<void> =>
  send("POST", "/api/sign-in/password", given);

/** The browser's own dialogue with the authenticator; its code comes when it is asked for. */
export const signInByPasskey = async (): Promise<void> => {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { options } = await send<{ options: Parameters<typeof startAuthentication>[0]["optionsJSON"] }>(
    "POST",
    "/api/sign-in/passkey/options",
    {},
  );
  const response = await startAuthentication({ optionsJSON: options });
  await send("POST", "/api/sign-in/passkey", { response });
};

/** Where the organisation's own sign-in is, which leads back to `to`. */
export const placeOfProvider = async (provider: string, to: string): Promise<string> =>
  (await send<{ location: string }>("POST", `/api/sign-in/oidc/${encodeURIComponent(provider)}`, { to })).location;
