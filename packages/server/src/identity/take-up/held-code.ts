import type { FastifyReply, FastifyRequest } from "fastify";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { codeToTakeUp, type CodeToTakeUp } from "../../store/queries/one-time-codes.ts";
import { identityEntry } from "../identity-entry.ts";
import { hashOfCode } from "../one-time-code.ts";
import { forgetTries, takeTry, tryKeys } from "../sign-in-delays.ts";

export const codeNotValid = (): RequestProblem =>
  new RequestProblem(
    "code-not-valid",
    "It may have been used, or its time is over. Ask the administrator for another.",
  );

/** What a one-time code opens. One that opens nothing is refused, and makes the next try wait as a wrong password does. */
export const heldCode = async (
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ServiceParts,
  code: string,
): Promise<CodeToTakeUp> => {
  const { db, practiceId, deviceSecret, audit } = parts;
  const found = await inPractice(db, practiceId, async (trx) => {
    const held = await codeToTakeUp(trx, hashOfCode(code));
    const keys = tryKeys(request, deviceSecret, "one-time-code", held?.account?.login ?? null);
    await takeTry(trx, parts, keys, reply);
    if (held !== null) await forgetTries(trx, keys);
    return held;
  });
  if (found !== null) return found;
  await audit.note(identityEntry(request, null, "session.refused", { by: "one-time-code" }));
  throw codeNotValid();
};
