import {
  ACCESS_HOURS,
  accessGiven,
  accessReasonParams,
  accessReasons as accessReasonsAnswer,
  accessReasonsQuery,
  newAccessReason as newAccessReasonBody,
  personParams,
} from "@concord/exchange/api";
import { answers, nothing } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { personNotKnown } from "../people/person-not-known.ts";
import { inPractice } from "../store/in-practice.ts";
import { accessReasons, unreviewedReasons } from "../store/queries/access-reasons.ts";
import { newAccessReason } from "../store/queries/new-access-reason.ts";
import { personId } from "../store/queries/person-id.ts";
import { reviewedReason } from "../store/queries/reviewed-reason.ts";
import { presentReason } from "./present.ts";

const tags = ["access"];

/** Looking beyond one's list: with a reason, for some hours, and reviewed by the manager. */
export const accessRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId } = parts;
  const inRecords = inRecordsOf(parts);

  service.post(
    "/api/people/:key/access-reasons",
    {
      config: { action: "access.ask" },
      schema: {
        tags,
        summary: `Says why somebody beyond one's list has to be seen: they can be for ${ACCESS_HOURS} hours`,
        params: personParams,
        body: newAccessReasonBody,
        response: answers({ 201: accessGiven }),
      },
    },
    async (request, reply) => {
      const { reason } = request.body;
      // Whoever asks cannot see them yet.
      const id = await inPractice(db, practiceId, (trx) => personId(trx, request.params.key));
      if (id === null) throw personNotKnown();
      aboutPeople(request, [id]);
      request.facts.why = reason;
      const accountId = request.actor!.accountId!;
      const until = await inRecords(request, (trx) =>
        newAccessReason(trx, { practiceId, accountId, personId: id, reason, hours: ACCESS_HOURS }),
      );
      return reply.code(201).send({ until });
    },
  );

  service.get(
    "/api/access-reasons",
    {
      config: { action: "access.review" },
      schema: {
        tags,
        summary: "Who looked beyond their list, at whom and why, the latest first",
        querystring: accessReasonsQuery,
        response: answers({ 200: accessReasonsAnswer }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { page, size, only } = request.query;
        const { total, reasons } = await accessReasons(trx, { page, size, unreviewed: only === "unreviewed" });
        aboutPeople(
          request,
          reasons.map((it) => it.personId),
        );
        return { total, page, size, reasons: reasons.map(presentReason), unreviewed: await unreviewedReasons(trx) };
      }),
  );

  service.put(
    "/api/access-reasons/:id/review",
    {
      config: { action: "access.mark" },
      schema: {
        tags,
        summary: "Marks a reason as reviewed; the first who did stays named",
        params: accessReasonParams,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      await inRecords(request, async (trx) => {
        const { id } = request.params;
        const person = await reviewedReason(trx, id, request.actor!.accountId);
        if (person === null) throw new RequestProblem("reason-not-known", "Look the number up in the list of reasons.");
        aboutPeople(request, [person]);
        request.facts.about["reason"] = id;
      });
      return reply.code(204).send(undefined);
    },
  );
};
