import {
  newPasskey as newPasskeyBody,
  noFields,
  passkeyOfMine,
  passkeyOptions,
  passkeyParams,
  type PasskeyOfMine,
} from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answers, nothing } from "../../http/answers.ts";
import { inRecordsOf } from "../../http/in-records.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { accountToChange } from "../../store/queries/changed-account.ts";
import { ownWaysIn } from "../../store/queries/own-ways-in.ts";
import { newPasskey, passkeyIds, removePasskey } from "../../store/queries/passkeys.ts";
import type { Work } from "../../store/schema.ts";
import { ownFreshSession, refuseDemonstration } from "../own-session.ts";
import { madePasskey, optionsToMake, type Asked, type KeptPasskey } from "../passkeys/ceremonies.ts";
import { keepChallenges } from "../passkeys/challenges.ts";
import { passkeyNotAdded, passkeysHere } from "../passkeys/passkeys-here.ts";

const tags = ["accounts"];
const config = { action: "own-account.change" } as const;

const refuseLastWayIn = async (trx: Work, accountId: string): Promise<void> => {
  const { hasPassword, hasTotp, passkeys, identities } = await ownWaysIn(trx, accountId);
  if (passkeys.length === 0 && identities.length === 0 && !(hasPassword && hasTotp))
    throw new RequestProblem("last-way-in", "Add another passkey first.");
};

export const ownPasskeysRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId } = parts;
  const inService = inRecordsOf(parts, { asService: true });
  const challenges = keepChallenges<Asked & { readonly accountId: string }>();

  const keep = (request: FastifyRequest, accountId: string, name: string, passkey: KeptPasskey) =>
    inService(request, async (trx): Promise<PasskeyOfMine> => {
      request.facts.about["change"] = "passkey-added";
      if (!(await newPasskey(trx, practiceId, { ...passkey, accountId, name }))) throw passkeyNotAdded();
      return (await ownWaysIn(trx, accountId)).passkeys.find(({ id }) => id === passkey.credentialId)!;
    });

  const remove = (request: FastifyRequest, accountId: string, passkey: string): Promise<void> =>
    inService(request, async (trx) => {
      request.facts.about["change"] = "passkey-removed";
      // One at a time: two that remove the last two would leave none.
      await accountToChange(trx, accountId);
      if (!(await removePasskey(trx, accountId, passkey)))
        throw new RequestProblem("passkey-not-known", "It may have been removed already.");
      await refuseLastWayIn(trx, accountId);
    });

  const options = async (request: FastifyRequest, reply: FastifyReply) => {
    const session = ownFreshSession(request);
    refuseDemonstration(session);
    const rp = passkeysHere(request, parts);
    const has = await inPractice(db, practiceId, (trx) => passkeyIds(trx, session.account.id));
    const made = await optionsToMake(rp, session.account, has);
    challenges.give(request, reply, { challenge: made.challenge, rp, accountId: session.account.id });
    return { options: made };
  };

  service.post(
    "/api/own-account/passkeys/options",
    {
      config,
      schema: {
        tags,
        summary: "What a browser needs to make another passkey of one's own",
        body: noFields,
        response: answers({ 200: passkeyOptions }),
      },
    },
    options,
  );

  service.post(
    "/api/own-account/passkeys",
    {
      config,
      schema: {
        tags,
        summary: "Keeps a passkey that the browser made, under a name",
        body: newPasskeyBody,
        response: answers({ 201: passkeyOfMine }),
      },
    },
    async (request, reply) => {
      const { account } = ownFreshSession(request);
      const asked = challenges.take(request, reply);
      const passkey = asked.accountId === account.id ? await madePasskey(request.body.response, asked) : null;
      if (passkey === null) throw passkeyNotAdded();
      return reply.code(201).send(await keep(request, account.id, request.body.name, passkey));
    },
  );

  service.delete(
    "/api/own-account/passkeys/:passkey",
    {
      config,
      schema: {
        tags,
        summary: "Removes a passkey of one's own",
        params: passkeyParams,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await remove(request, ownFreshSession(request).account.id, request.params.passkey);
      return reply.code(204).send(undefined);
    },
  );
};
