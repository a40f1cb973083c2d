import { passwordChange } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { inRecordsOf } from "../../http/in-records.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { accountToSignIn } from "../../store/queries/account-to-sign-in.ts";
import { setPassword } from "../../store/queries/set-password.ts";
import type { SignedIn } from "../actor.ts";
import { identityEntry } from "../identity-entry.ts";
import { ownFreshSession, refuseDemonstration } from "../own-session.ts";
import { hashPassword, isPassword } from "../password-hash.ts";
import { forgetTries, takeTry, tryKeys } from "../sign-in-delays.ts";

export const ownPasswordRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId, audit, sessions, deviceSecret } = parts;
  const inService = inRecordsOf(parts, { asService: true });

  /** The hash of the present password, once it was given rightly; a wrong one makes the next try wait. */
  const present = async (request: FastifyRequest, reply: FastifyReply, { account }: SignedIn, given: string) => {
    const keys = tryKeys(request, deviceSecret, "password", account.login);
    const phc = await inPractice(db, practiceId, async (trx) => {
      await takeTry(trx, parts, keys, reply);
      return (await accountToSignIn(trx, account.login))?.phc ?? null;
    });
    if (phc !== null && (await isPassword(given, phc))) {
      await inPractice(db, practiceId, (trx) => forgetTries(trx, keys));
      return phc;
    }
    await audit.note(identityEntry(request, account, "session.refused", { by: "own-password" }));
    throw notRight();
  };

  service.post(
    "/api/own-account/password",
    {
      config: { action: "own-account.change" },
      schema: {
        tags: ["accounts"],
        summary: "Sets another password of one's own, and signs out everywhere else",
        body: passwordChange,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      const here = ownFreshSession(request);
      refuseDemonstration(here);
      const { id, login } = here.account;
      const before = await present(request, reply, here, request.body.current);
      const phc = await hashPassword(request.body.password);
      request.facts.about["change"] = "password";
      const forget = await inService(request, async (trx) => {
        if ((await accountToSignIn(trx, login))?.phc !== before) throw notRight();
        await setPassword(trx, practiceId, id, phc);
        return sessions.endAll(trx, id, here.tokenHash);
      });
      forget();
      return reply.code(204).send(undefined);
    },
  );
};

const notRight = (): RequestProblem =>
  new RequestProblem("password-not-right", "Type the password of now and try again.");
