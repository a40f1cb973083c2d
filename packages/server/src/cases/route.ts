import { caseList, caseParams, casePicture as caseAnswer } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { shownRegister } from "../register/shown-register.ts";
import { caseRecords } from "../store/queries/case-records.ts";
import { dataFrom } from "../store/queries/current-build.ts";
import { ownCases } from "../store/queries/own-cases.ts";
import { personOfShare } from "../store/queries/own-share.ts";
import { casePicture } from "./case-picture.ts";

const tags = ["cases"];

/** People that a clinician shared with an adviser or an evaluator, without saying who they are. */
export const caseRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);
  const masked = inRecordsOf(parts, { masked: true });

  service.get(
    "/api/cases",
    {
      config: { action: "case.read" },
      schema: {
        tags,
        summary: "Everyone who is shared with the account that asks, by number; named where that was given",
        response: answers({ 200: caseList }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const cases = await ownCases(trx, request.actor!.accountId!);
        aboutPeople(
          request,
          cases.map(({ personId }) => personId),
        );
        return {
          cases: cases.map(({ id, at, person, key }) => ({
            case: id,
            at,
            named: person === null || key === null ? null : { person, key },
          })),
        };
      }),
  );

  service.get(
    "/api/cases/:id",
    {
      config: { action: "case.read" },
      schema: {
        tags,
        summary: "A case: dose over time and findings of somebody whom nothing here names",
        params: caseParams,
        response: answers({ 200: caseAnswer }),
      },
    },
    async (request) =>
      masked(request, async (trx) => {
        const { id } = request.params;
        const build = await shownRegister(trx);
        const personId = await personOfShare(trx, id);
        const records = personId === null ? null : await caseRecords(trx, personId);
        if (personId === null || records === null)
          throw new RequestProblem("case-not-known", "It may not be shared with you any more. See your cases.");
        aboutPeople(request, [personId]);
        return casePicture(id, records, { ...build, dataFrom: await dataFrom(trx, build.id) });
      }),
  );
};
