import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServiceParts } from "../../http/service.ts";
import { addAuditEntries } from "../../store/queries/add-audit-entries.ts";
import type { Work } from "../../store/schema.ts";
import type { SignedInBy } from "../actor.ts";
import { setKnownDevice } from "../known-device.ts";
import { setSessionCookie } from "../session-cookie.ts";
import { whenceOf } from "../whence.ts";

interface Who {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/**
 * Somebody has shown who they are: a session starts, the log says so, and the browser is known from now on. The cookies
 * are set once the transaction is whole; the function that is returned sets them.
 */
export const completeSignIn = async (
  trx: Work,
  request: FastifyRequest,
  { sessions, practiceId, deviceSecret }: ServiceParts,
  { id, login, name }: Who,
  by: SignedInBy,
): Promise<(reply: FastifyReply) => void> => {
  const token = await sessions.start(trx, id, by, whenceOf(request));
  await addAuditEntries(trx, practiceId, [
    {
      accountId: id,
      who: name,
      roles: [],
      purpose: "",
      action: "session.start",
      outcome: "done",
      about: { by },
      fromWhere: request.ip,
      request: request.id,
    },
  ]);
  return (reply) => {
    setSessionCookie(request, reply, token);
    setKnownDevice(request, reply, deviceSecret, login);
  };
};
