import { passwordSignIn, type PasswordSignIn } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { accountToSignIn, takeTotpStep, type AccountToSignIn } from "../../store/queries/account-to-sign-in.ts";
import type { Work } from "../../store/schema.ts";
import { stepOfCode } from "../authenticator-code.ts";
import { identityEntry } from "../identity-entry.ts";
import { hashPassword, isPassword } from "../password-hash.ts";
import { forgetTries, takeBackTry, takeTry, tryKeys, type TryKeys } from "../sign-in-delays.ts";
import { completeSignIn, type Admit } from "./complete-sign-in.ts";

/** Checked where no account is called so, or has no password: that takes as long as where one has. */
const NOBODYS = hashPassword("nobody's password");

type Shown =
  | { readonly by: "nothing" | "no-code" }
  | { readonly by: "password" }
  | { readonly by: "password-code"; readonly step: number };

const shownBy = async (account: AccountToSignIn | null, given: PasswordSignIn): Promise<Shown> => {
  const right = await isPassword(given.password, account?.phc ?? (await NOBODYS));
  if (account?.phc == null || !right) return { by: "nothing" };
  if (account.demonstration) return { by: "password" };
  if (account.totpSecret === null) return { by: "nothing" };
  if (given.code === undefined) return { by: "no-code" };
  const step = await stepOfCode(account.totpSecret, given.code, account.totpLastStep ?? 0);
  return step === null ? { by: "nothing" } : { by: "password-code", step };
};

export const passwordRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId, audit } = parts;
  const inService = <T>(work: (trx: Work) => Promise<T>): Promise<T> => inPractice(db, practiceId, work);

  /** Null where the code was taken by somebody else at this moment, or the password is another by now. */
  const admit = (request: FastifyRequest, account: AccountToSignIn, shown: Shown, keys: TryKeys) =>
    inService(async (trx): Promise<Admit | null> => {
      if (shown.by === "nothing" || shown.by === "no-code") return null;
      if ((await accountToSignIn(trx, account.login))?.phc !== account.phc) return null;
      if (shown.by === "password-code" && !(await takeTotpStep(trx, account.id, shown.step))) return null;
      await forgetTries(trx, keys);
      return completeSignIn(trx, request, parts, account, shown.by);
    });

  const signIn = async (request: FastifyRequest, reply: FastifyReply, given: PasswordSignIn): Promise<void> => {
    const keys = tryKeys(request, parts.deviceSecret, "password", given.login);
    const account = await inService(async (trx) => {
      await takeTry(trx, parts, keys, reply);
      return accountToSignIn(trx, given.login);
    });
    const shown = await shownBy(account, given);
    if (shown.by === "no-code") {
      await inService((trx) => takeBackTry(trx, keys));
      throw new RequestProblem("code-needed", "Type the six digits that it shows now.");
    }
    const admitted = account === null ? null : await admit(request, account, shown, keys);
    if (admitted !== null) return admitted(reply);
    await audit.note(identityEntry(request, account, "session.refused", { by: "password" }));
    throw new RequestProblem(
      "sign-in-refused",
      "Check all three and try again. An administrator can help you back in.",
    );
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
