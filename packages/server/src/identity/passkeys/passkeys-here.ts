import type { FastifyRequest } from "fastify";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { relyingParty, type RelyingParty } from "../relying-party.ts";

/** The relying party of this request; refuses where browsers have no passkeys for the address. */
export const passkeysHere = (request: FastifyRequest, { publicUrl }: Pick<ServiceParts, "publicUrl">): RelyingParty => {
  const rp = relyingParty(request, publicUrl);
  if (rp !== null) return rp;
  throw new RequestProblem(
    "passkeys-not-here",
    publicUrl === null ? "Open the service as localhost in place of a number." : `Open the service as ${publicUrl}.`,
  );
};

export const passkeyNotAdded = (): RequestProblem =>
  new RequestProblem("passkey-not-added", "Make it again, or choose another authenticator.");
