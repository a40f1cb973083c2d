import {
  newReferral as newReferralBody,
  personParams,
  referral as referralAnswer,
  referralList,
  referralParams,
} from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { beyondReach } from "../people/beyond-reach.ts";
import { newReferral } from "../store/queries/new-referral.ts";
import { personId } from "../store/queries/person-id.ts";
import { referral } from "../store/queries/referral.ts";
import { standingReferrals } from "../store/queries/standing-referrals.ts";
import { undoneReferral } from "../store/queries/undone-referral.ts";
import type { Work } from "../store/schema.ts";
import { presentReferral } from "./present.ts";

const tags = ["referrals"];

const load = async (trx: Work, id: number) => {
  const found = await referral(trx, id);
  if (found === null) throw new RequestProblem("referral-not-known", "Look the number up in the list of referrals.");
  return found;
};

export const referralRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/referrals",
    {
      config: { action: "referral.read" },
      schema: { tags, summary: "Everyone referred, the latest first", response: answers({ 200: referralList }) },
    },
    async (request) => ({ referrals: (await inRecords(request, standingReferrals)).map(presentReferral) }),
  );

  service.post(
    "/api/people/:key/referrals",
    {
      config: { action: "referral.change" },
      schema: {
        tags,
        summary: "Refers someone of the records, on the register or not; the same twice is one referral",
        params: personParams,
        body: newReferralBody,
        response: answers({ 200: referralAnswer, 201: referralAnswer }),
      },
    },
    async (request, reply) => {
      const { found, isNew } = await inRecords(request, async (trx) => {
        const person = await personId(trx, request.params.key);
        if (person === null) throw await beyondReach(trx, request, request.params.key);
        aboutPeople(request, [person]);
        const made = await newReferral(trx, {
          practiceId: parts.practiceId,
          personId: person,
          ...request.body,
          who: request.actor!.name,
        });
        return { found: await load(trx, made.id), isNew: made.isNew };
      });
      return reply.code(isNew ? 201 : 200).send(presentReferral(found));
    },
  );

  service.delete(
    "/api/referrals/:id",
    {
      config: { action: "referral.change" },
      schema: {
        tags,
        summary: "Undoes a referral; it stays on record as undone",
        params: referralParams,
        response: answers({ 200: referralAnswer }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        await undoneReferral(trx, request.params.id);
        return presentReferral(await load(trx, request.params.id));
      }),
  );
};
