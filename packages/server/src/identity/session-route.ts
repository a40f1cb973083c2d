import { ACTIONS, session as sessionAnswer, type Session } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers, nothing } from "../http/answers.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { purposeOf } from "../policy/policy.ts";
import { inPractice } from "../store/in-practice.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import type { SignedIn } from "./actor.ts";
import { identityEntry } from "./identity-entry.ts";
import { ownSession } from "./own-session.ts";
import { clearSessionCookie } from "./session-cookie.ts";

const tags = ["signing in"];
const MINUTE = 60_000;

const present = (
  { account, signedInBy, startedAt }: SignedIn,
  { idleMinutes, mostMinutes }: ServiceParts["sessions"]["limits"],
): Session => ({
  account: {
    id: account.id,
    login: account.login,
    name: account.name,
    roles: [...account.roles],
    demonstration: account.demonstration,
  },
  may: ACTIONS.filter((action) => purposeOf(action, account.roles) !== null),
  signedInBy,
  endsAt: new Date(startedAt + mostMinutes * MINUTE).toISOString(),
  idleMinutes,
});

export const sessionRoutes = (service: Service, { db, practiceId, sessions }: ServiceParts): void => {
  const end = async (request: FastifyRequest, everywhere: boolean): Promise<void> => {
    const { account, tokenHash } = ownSession(request);
    const forget = await inPractice(db, practiceId, async (trx) => {
      await addAuditEntries(trx, practiceId, [identityEntry(request, account, "session.end", { everywhere })]);
      return everywhere ? sessions.endAll(trx, account.id) : sessions.end(trx, tokenHash);
    });
    forget();
  };

  service.get(
    "/api/session",
    {
      config: { action: "own-account.read" },
      schema: { tags, summary: "Who is signed in, and what they may do", response: answers({ 200: sessionAnswer }) },
    },
    async (request) => present(ownSession(request), sessions.limits),
  );

  service.delete(
    "/api/session",
    {
      config: { action: "own-account.change" },
      schema: { tags, summary: "Signs out here", response: answers({ 204: nothing }) },
    },
    async (request, reply) => {
      await end(request, false);
      clearSessionCookie(request, reply);
      return reply.code(204).send(undefined);
    },
  );

  service.delete(
    "/api/sessions",
    {
      config: { action: "own-account.change" },
      schema: { tags, summary: "Signs out everywhere, here too", response: answers({ 204: nothing }) },
    },
    async (request, reply) => {
      await end(request, true);
      clearSessionCookie(request, reply);
      return reply.code(204).send(undefined);
    },
  );
};
