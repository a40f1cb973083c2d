import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** For whom a browser makes and uses passkeys (WebAuthn): a name, and the origin of the pages. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

const ofUrl = ({ hostname, origin }: URL): RelyingParty | null =>
  isIP(hostname.replace(/^\[(.*)\]$/, "$1")) === 0 ? { id: hostname, origin } : null;

/**
 * The relying party at the address that was asked. Browsers know passkeys for names alone, so that 127.0.0.1 has none and
 * localhost has; where the service has a public address, it alone has. Null where passkeys do not work.
 */
export const relyingParty = (
  { protocol, host }: Pick<FastifyRequest, "protocol" | "host">,
  publicUrl: string | null,
): RelyingParty | null => {
  const asked = URL.canParse(`${protocol}://${host}`) ? new URL(`${protocol}://${host}`) : null;
  if (asked === null) return null;
  if (publicUrl === null) return asked.hostname === "localhost" ? ofUrl(asked) : null;
  const open = new URL(publicUrl);
  return asked.host === open.host ? ofUrl(open) : null;
};
