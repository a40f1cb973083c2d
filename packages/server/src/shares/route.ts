import {
  newShare as newShareBody,
  personParams,
  share as shareAnswer,
  shareList,
  shareParams,
  type Share,
} from "@concord/exchange/api";
import { answers, nothing } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { personNotKnown } from "../people/person-not-known.ts";
import { personId } from "../store/queries/person-id.ts";
import {
  accountsToShareWith,
  newShare,
  sharesOfPerson,
  undoneShare,
  type ShareFound,
} from "../store/queries/shares.ts";
import type { Work } from "../store/schema.ts";

const tags = ["cases"];

const present = ({ id, accountId, accountName, withIdentity, why, by, at }: ShareFound): Share => ({
  id,
  account: { id: accountId, name: accountName },
  withIdentity,
  why,
  by,
  at,
});

const known = async (trx: Work, key: string): Promise<number> => {
  const id = await personId(trx, key);
  if (id === null) throw personNotKnown();
  return id;
};

/** Showing a person to an adviser or an evaluator. */
export const shareRoutes = (service: Service, parts: ServiceParts): void => {
  const { practiceId } = parts;
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/people/:key/shares",
    {
      config: { action: "share.read" },
      schema: {
        tags,
        summary: "With whom a person is shared, and with whom they may be",
        params: personParams,
        response: answers({ 200: shareList }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const id = await known(trx, request.params.key);
        aboutPeople(request, [id]);
        const accounts = await accountsToShareWith(trx);
        return {
          shares: (await sharesOfPerson(trx, id)).map(present),
          accounts: accounts.map(({ id: account, name, roles }) => ({ id: account, name, roles: [...roles] })),
        };
      }),
  );

  service.post(
    "/api/people/:key/shares",
    {
      config: { action: "share.change" },
      schema: {
        tags,
        summary: "Shares a person with an adviser or an evaluator, in place of how they were shared with them before",
        params: personParams,
        body: newShareBody,
        response: answers({ 201: shareAnswer }),
      },
    },
    async (request, reply) => {
      const { account, withIdentity, why } = request.body;
      const made = await inRecords(request, async (trx) => {
        const id = await known(trx, request.params.key);
        const accounts = await accountsToShareWith(trx);
        if (!accounts.some((one) => one.id === account))
          throw new RequestProblem("account-not-fit", "Choose an open account of an adviser or an evaluator.");
        aboutPeople(request, [id]);
        request.facts.why = why;
        const by = request.actor!.accountId;
        const share = await newShare(trx, { practiceId, personId: id, accountId: account, withIdentity, why, by });
        Object.assign(request.facts.about, { share, account, withIdentity });
        return (await sharesOfPerson(trx, id)).find((one) => one.id === share)!;
      });
      return reply.code(201).send(present(made));
    },
  );

  service.delete(
    "/api/shares/:id",
    {
      config: { action: "share.change" },
      schema: {
        tags,
        summary: "Ends a share; it stays on record",
        params: shareParams,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await inRecords(request, async (trx) => {
        const { id } = request.params;
        const person = await undoneShare(trx, id);
        if (person === null) throw new RequestProblem("share-not-known", "Look the number up on the person's page.");
        aboutPeople(request, [person]);
        request.facts.about["share"] = id;
      });
      return reply.code(204).send(undefined);
    },
  );
};
