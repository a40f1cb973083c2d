import { passwordSignIn, type PasswordSignIn } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { accountToSignIn, takeTotpStep, type AccountToSignIn } from "../../store/queries/account-to-sign-in.ts";
import { inPractice } from "../../store/in-practice.ts";
import type { Work } from "../../store/schema.ts";
import type { SignedInBy } from "../actor.ts";
import { stepOfCode } from "../authenticator-code.ts";
import { hashPassword, isPassword } from "../password-hash.ts";
import { checkDelay, countFailure, delayKeys, forgetFailures } from "../sign-in-delays.ts";
import { completeSignIn } from "./complete-sign-in.ts";

/** Checked where no account is called so: that takes as long as where one is. */
const NOBODYS = hashPassword("nobody's password");

type Shown = SignedInBy | "nothing" | "no-code";

const showsBy = async (trx: Work, account: AccountToSignIn | null, given: PasswordSignIn): Promise<Shown> => {
  const right = await isPassword(given.password, account?.phc ?? (await NOBODYS));
  if (account?.phc == null || !right) return "nothing";
  if (account.demonstration) return "password";
  if (account.totpSecret === null) return "nothing";
  if (given.code === undefined) return "no-code";
  const step = await stepOfCode(account.totpSecret, given.code, account.totpLastStep ?? 0);
  return step !== null && (await takeTotpStep(trx, account.id, step)) ? "password-code" : "nothing";
};

export const passwordRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId, audit } = parts;

  const refused = async (request: FastifyRequest, account: AccountToSignIn | null): Promise<never> => {
    const keys = delayKeys(request, parts.deviceSecret, (request.body as PasswordSignIn).login);
    await inPractice(db, practiceId, (trx) => countFailure(trx, practiceId, keys));
    await audit.note({
      accountId: account?.id ?? null,
      who: account?.name ?? "",
      roles: [],
      purpose: "",
      action: "session.refused",
      outcome: "refused",
      fromWhere: request.ip,
      request: request.id,
    });
    throw new RequestProblem(
      "sign-in-refused",
      "Check all three and try again. An administrator can help you back in.",
    );
  };

  const signIn = async (request: FastifyRequest, reply: FastifyReply, given: PasswordSignIn) => {
    const keys = delayKeys(request, parts.deviceSecret, given.login);
    const found = await inPractice(db, practiceId, async (trx) => {
      await checkDelay(trx, keys, reply);
      const account = await accountToSignIn(trx, given.login);
      const by = await showsBy(trx, account, given);
      if (by === "nothing" || by === "no-code" || account === null) return { by, account, setCookies: null };
      await forgetFailures(trx, keys);
      return { by, account, setCookies: await completeSignIn(trx, request, parts, account, by) };
    });
    if (found.by === "no-code") throw new RequestProblem("code-needed", "Type the six digits that it shows now.");
    if (found.setCookies === null) return refused(request, found.account);
    found.setCookies(reply);
  };

  service.post(
    "/api/sign-in/password",
    {
      config: { action: "open" },
      schema: {
        tags: ["signing in"],
        summary: "Signs in by password and the code of an authenticator",
        body: passwordSignIn,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await signIn(request, reply, request.body);
      return reply.code(204).send(undefined);
    },
  );
};
