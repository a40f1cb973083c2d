import { noFields, passkeyOptions, passkeySignIn, type PasskeyUsed } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { passkeyToSignIn, passkeyUsed, type PasskeyToSignIn } from "../../store/queries/passkeys.ts";
import { identityEntry } from "../identity-entry.ts";
import { optionsToUse, usedPasskey, type Asked } from "../passkeys/ceremonies.ts";
import { keepChallenges } from "../passkeys/challenges.ts";
import { passkeysHere } from "../passkeys/passkeys-here.ts";
import { forgetTries, takeTry, tryKeys, type TryKeys } from "../sign-in-delays.ts";
import { completeSignIn, type Admit } from "./complete-sign-in.ts";

const tags = ["signing in"];

export const passkeyRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId, audit } = parts;
  const challenges = keepChallenges<Asked>();

  const admit = (request: FastifyRequest, found: PasskeyToSignIn, counter: number, keys: TryKeys) =>
    inPractice(db, practiceId, async (trx): Promise<Admit | null> => {
      if (!(await passkeyUsed(trx, found.credentialId, counter))) return null;
      await forgetTries(trx, keys);
      return completeSignIn(trx, request, parts, { ...found, id: found.accountId }, "passkey");
    });

  const signIn = async (request: FastifyRequest, reply: FastifyReply, response: PasskeyUsed): Promise<void> => {
    const asked = challenges.take(request, reply);
    const { found, keys } = await inPractice(db, practiceId, async (trx) => {
      const passkey = await passkeyToSignIn(trx, response.id);
      const counted = tryKeys(request, parts.deviceSecret, "passkey", passkey?.login ?? null);
      await takeTry(trx, parts, counted, reply);
      return { found: passkey, keys: counted };
    });
    const counter = found === null ? null : await usedPasskey(response, asked, found);
    const admitted = found === null || counter === null ? null : await admit(request, found, counter, keys);
    if (admitted !== null) return admitted(reply);
    const whose = found === null ? null : { id: found.accountId, name: found.name };
    await audit.note(identityEntry(request, whose, "session.refused", { by: "passkey" }));
    throw new RequestProblem(
      "passkey-refused",
      "Try again, or sign in another way. An administrator can help you back in.",
    );
  };

  service.post(
    "/api/sign-in/passkey/options",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "What a browser needs to use a passkey; holds for five minutes, once",
        body: noFields,
        response: answers({ 200: passkeyOptions }),
      },
    },
    async (request, reply) => {
      const rp = passkeysHere(request, parts);
      const options = await optionsToUse(rp);
      challenges.give(request, reply, { challenge: options.challenge, rp });
      return { options };
    },
  );

  service.post(
    "/api/sign-in/passkey",
    {
      config: { action: "open" },
      schema: { tags, summary: "Signs in by passkey", body: passkeySignIn, response: answers({ 204: nothing }) },
    },
    async (request, reply) => {
      await signIn(request, reply, request.body.response);
      return reply.code(204).send(undefined);
    },
  );
};
