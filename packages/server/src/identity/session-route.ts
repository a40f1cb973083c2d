import { ACTIONS, session as sessionAnswer, type Session } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers, nothing } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { purposeOf } from "../policy/policy.ts";
import type { SignedIn } from "./actor.ts";
import { clearSessionCookie } from "./session-cookie.ts";

const tags = ["signing in"];
const MINUTE = 60_000;

const sessionOf = ({ actor }: FastifyRequest): SignedIn => {
  if (actor?.session == null) throw new RequestProblem("not-signed-in", "The command line has no session.");
  return actor.session;
};

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

export const sessionRoutes = (service: Service, { sessions, audit }: ServiceParts): void => {
  const ended = (request: FastifyRequest, everywhere: boolean): Promise<void> =>
    audit.note({
      accountId: request.actor!.accountId,
      who: request.actor!.name,
      roles: request.actor!.doers,
      purpose: "",
      action: "session.end",
      outcome: "done",
      about: { everywhere },
      fromWhere: request.ip,
      request: request.id,
    });

  service.get(
    "/api/session",
    {
      config: { action: "own-account.read" },
      schema: { tags, summary: "Who is signed in, and what they may do", response: answers({ 200: sessionAnswer }) },
    },
    async (request) => present(sessionOf(request), sessions.limits),
  );

  service.delete(
    "/api/session",
    {
      config: { action: "own-account.change" },
      schema: { tags, summary: "Signs out here", response: answers({ 204: nothing }) },
    },
    async (request, reply) => {
      await sessions.end(sessionOf(request));
      await ended(request, false);
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
      await sessions.endAll(sessionOf(request).account.id);
      await ended(request, true);
      clearSessionCookie(request, reply);
      return reply.code(204).send(undefined);
    },
  );
};
