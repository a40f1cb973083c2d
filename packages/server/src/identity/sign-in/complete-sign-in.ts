import type { FastifyReply, FastifyRequest } from "fastify";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { addAuditEntries } from "../../store/queries/add-audit-entries.ts";
import type { Work } from "../../store/schema.ts";
import type { SignedInBy } from "../actor.ts";
import { identityEntry } from "../identity-entry.ts";
import { setKnownDevice } from "../known-device.ts";
import { sessionTokenOf, setSessionCookie } from "../session-cookie.ts";
import { hashOfToken } from "../token.ts";
import { whenceOf } from "../whence.ts";

export interface Who {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** Sets the cookies of a session, once the transaction that started it is whole. */
export type Admit = (reply: FastifyReply) => void;

/**
 * Somebody has shown who they are: a new session starts in place of any that the browser came with, the log says so, and
 * the browser is known from now on.
 */
export const completeSignIn = async (
  trx: Work,
  request: FastifyRequest,
  { sessions, practiceId, deviceSecret }: ServiceParts,
  who: Who,
  by: SignedInBy,
): Promise<Admit> => {
  const token = await sessions.start(trx, who.id, by, whenceOf(request));
  if (token === null) throw new RequestProblem("sign-in-refused", "The account was closed at this moment.");
  const before = sessionTokenOf(request);
  const forget = before === null ? null : await sessions.end(trx, hashOfToken(before));
  await addAuditEntries(trx, practiceId, [identityEntry(request, who, "session.start", { by })]);
  return (reply) => {
    forget?.();
    setSessionCookie(request, reply, token);
    setKnownDevice(request, reply, deviceSecret, who.login);
  };
};
