import { takeUpByPassword, takeUpCode, takeUpLook, type TakeUpByPassword } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { confirmedAuthenticator } from "../../store/queries/confirmed-authenticator.ts";
import type { CodeToTakeUp } from "../../store/queries/one-time-codes.ts";
import { setPassword } from "../../store/queries/set-password.ts";
import { newTotpSecret, stepOfCode, totpUri } from "../authenticator-code.ts";
import { keepBriefly } from "../kept-briefly.ts";
import { hashPassword } from "../password-hash.ts";
import { heldCode } from "./held-code.ts";
import { takeUpAccount, takerOf } from "./take-up-account.ts";

const tags = ["signing in"];
/** Time to find a telephone and an application for it. */
const MINUTES = 60;

const keyOf = ({ codeHash }: CodeToTakeUp): string => codeHash.toString("hex");

export const takeUpRoutes = (service: Service, parts: ServiceParts): void => {
  /** Secrets that no code has confirmed yet: whoever looked with the code before knows another. */
  const secrets = keepBriefly<string>({ minutes: MINUTES });

  const byPassword = async (request: FastifyRequest, reply: FastifyReply, given: TakeUpByPassword): Promise<void> => {
    const held = await heldCode(request, reply, parts, given.code);
    const taker = takerOf(held, given);
    const secret = secrets.look(keyOf(held));
    if (secret === null) throw new RequestProblem("start-again", "Enter the one-time code again.");
    const step = await stepOfCode(secret, given.totpCode, 0);
    if (step === null)
      throw new RequestProblem("authenticator-code-not-right", "Type the six digits that the authenticator shows now.");
    const phc = await hashPassword(given.password);
    const admit = await inPractice(parts.db, parts.practiceId, (trx) =>
      takeUpAccount(trx, request, parts, {
        held,
        taker,
        by: "password-code",
        keep: async (id) => {
          await setPassword(trx, parts.practiceId, id, phc);
          await confirmedAuthenticator(trx, parts.practiceId, id, { secret, step });
        },
      }),
    );
    secrets.take(keyOf(held));
    admit(reply);
  };

  service.post(
    "/api/take-up/look",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "What a one-time code opens, and a secret for the authenticator",
        body: takeUpCode,
        response: answers({ 200: takeUpLook }),
      },
    },
    async (request, reply) => {
      const held = await heldCode(request, reply, parts, request.body.code);
      const secret = newTotpSecret();
      secrets.keep(keyOf(held), secret);
      const { login, name } = held.account ?? { login: null, name: null };
      return {
        first: held.account === null,
        login,
        name,
        totp: { secret, uri: totpUri(secret, login ?? "administrator") },
        oidc: (parts.oidc ?? []).map(({ id, name: called }) => ({ id, name: called })),
      };
    },
  );

  service.post(
    "/api/take-up/password",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "Takes an account up by one-time code, with a password and an authenticator, and signs in",
        body: takeUpByPassword,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await byPassword(request, reply, request.body);
      return reply.code(204).send(undefined);
    },
  );
};
