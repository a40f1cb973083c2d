import { ownAccountPage, sessionParams, type OwnAccountPage } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { inRecordsOf } from "../../http/in-records.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { ownSessions, type OwnSession } from "../../store/queries/own-sessions.ts";
import { ownWaysIn } from "../../store/queries/own-ways-in.ts";
import type { SignedIn } from "../actor.ts";
import { ownSession } from "../own-session.ts";
import { clearSessionCookie } from "../session-cookie.ts";

const tags = ["accounts"];

const presentSession = ({ tokenHash, ...it }: OwnSession, here: SignedIn) => ({
  ...it,
  here: tokenHash.equals(here.tokenHash),
});

export const ownAccountRoutes = (service: Service, parts: ServiceParts): void => {
  const { sessions, oidc = [] } = parts;
  const nameOf = (issuer: string): string => oidc.find((it) => it.issuer === issuer)?.name ?? issuer;
  const inService = inRecordsOf(parts, { asService: true });

  const page = (request: FastifyRequest): Promise<OwnAccountPage> => {
    const here = ownSession(request);
    const { id, login, name, roles, demonstration } = here.account;
    return inService(request, async (trx) => {
      const { passkeys, identities, ...has } = await ownWaysIn(trx, id);
      return {
        account: { id, login, name, roles: [...roles], demonstration },
        ...has,
        passkeys: [...passkeys],
        identities: identities.map(({ issuer, linkedAt }) => ({ provider: nameOf(issuer), linkedAt })),
        sessions: (await ownSessions(trx, id, sessions.limits)).map((each) => presentSession(each, here)),
      };
    });
  };

  service.get(
    "/api/own-account",
    {
      config: { action: "own-account.read" },
      schema: {
        tags,
        summary: "One's own account: what it signs in with, and where it is signed in",
        response: answers({ 200: ownAccountPage }),
      },
    },
    page,
  );

  service.delete(
    "/api/own-account/sessions/:session",
    {
      config: { action: "own-account.change" },
      schema: {
        tags,
        summary: "Signs out somewhere else",
        params: sessionParams,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      const here = ownSession(request);
      request.facts.about["change"] = "session";
      const { ended, forget } = await inService(request, async (trx) => {
        const all = await ownSessions(trx, here.account.id, sessions.limits);
        const one = all.find(({ id }) => id === request.params.session);
        if (one === undefined) throw new RequestProblem("session-not-known", "It may have ended already.");
        return { ended: one.tokenHash, forget: await sessions.end(trx, one.tokenHash) };
      });
      forget();
      if (ended.equals(here.tokenHash)) clearSessionCookie(request, reply);
      return reply.code(204).send(undefined);
    },
  );
};
