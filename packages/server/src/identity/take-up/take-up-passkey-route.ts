import { passkeyOptions, takeUpByPasskey, takeUpStart, type TakeUpByPasskey } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { randomUUID } from "node:crypto";
import { answers, nothing } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { newPasskey } from "../../store/queries/passkeys.ts";
import { madePasskey, optionsToMake, type Asked } from "../passkeys/ceremonies.ts";
import { keepChallenges } from "../passkeys/challenges.ts";
import { passkeyNotAdded, passkeysHere } from "../passkeys/passkeys-here.ts";
import { heldCode } from "./held-code.ts";
import { takeUpAccount, takerOf } from "./take-up-account.ts";

const tags = ["signing in"];

interface AskedForCode extends Asked {
  readonly codeHash: Buffer;
  /** Of the account, also of the first administrator's, which is not there yet. */
  readonly id: string;
}

export const takeUpPasskeyRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId } = parts;
  const challenges = keepChallenges<AskedForCode>();

  const takeUp = async (request: FastifyRequest, reply: FastifyReply, given: TakeUpByPasskey): Promise<void> => {
    const asked = challenges.take(request, reply);
    const held = await heldCode(request, reply, parts, given.code);
    const taker = takerOf(held, given);
    if (!held.codeHash.equals(asked.codeHash))
      throw new RequestProblem("start-again", "The passkey was made for another one-time code.");
    const passkey = await madePasskey(given.response, asked);
    if (passkey === null) throw passkeyNotAdded();
    const admit = await inPractice(db, practiceId, (trx) =>
      takeUpAccount(trx, request, parts, {
        held,
        taker,
        by: "passkey",
        id: asked.id,
        keep: async (accountId) => {
          const kept = await newPasskey(trx, practiceId, { ...passkey, accountId, name: given.passkeyName });
          if (!kept) throw passkeyNotAdded();
        },
      }),
    );
    admit(reply);
  };

  service.post(
    "/api/take-up/passkey/options",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "What a browser needs to make the passkey of an account that is taken up",
        body: takeUpStart,
        response: answers({ 200: passkeyOptions }),
      },
    },
    async (request, reply) => {
      const rp = passkeysHere(request, parts);
      const held = await heldCode(request, reply, parts, request.body.code);
      const taker = takerOf(held, request.body);
      const id = held.account?.id ?? randomUUID();
      const options = await optionsToMake(rp, { ...taker, id }, []);
      challenges.give(request, reply, { challenge: options.challenge, rp, codeHash: held.codeHash, id });
      return { options };
    },
  );

  service.post(
    "/api/take-up/passkey",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "Takes an account up by one-time code, with a passkey, and signs in",
        body: takeUpByPasskey,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await takeUp(request, reply, request.body);
      return reply.code(204).send(undefined);
    },
  );
};
