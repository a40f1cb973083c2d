import * as client from "openid-client";
import type { OidcProvider } from "./provider-settings.ts";

const SECONDS = 10;

const authOf = ({ privateKey, clientSecret, clientSecretIn }: OidcProvider): client.ClientAuth => {
  if (privateKey !== null) return client.PrivateKeyJwt(privateKey);
  return clientSecretIn === "header" ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
};

const discover = (provider: OidcProvider): Promise<client.Configuration> => {
  const issuer = new URL(provider.issuer);
  // The settings let plain HTTP through for this machine alone.
  const plain = issuer.protocol === "http:" ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, provider.clientId, undefined, authOf(provider), {
    timeout: SECONDS,
    execute: [...plain, client.enableNonRepudiationChecks],
  });
};

/** What a provider says of itself, asked when it is first needed; one that was away is asked again. */
export const connections = (): ((provider: OidcProvider) => Promise<client.Configuration>) => {
  const known = new Map<string, Promise<client.Configuration>>();
  return (provider) => {
    const kept = known.get(provider.id);
    if (kept !== undefined) return kept;
    const asked = discover(provider);
    known.set(provider.id, asked);
    asked.catch(() => known.delete(provider.id));
    return asked;
  };
};

/** Of an answer that was none: timed out, no connection, another status or something else than JSON. */
const AWAY = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
]);

export const isAway = (error: unknown): boolean =>
  error instanceof TypeError || AWAY.has((error as { readonly code?: string }).code ?? "");

/** The provider answered, and said no: to the person, or to this client. */
export const saidNo = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError;
