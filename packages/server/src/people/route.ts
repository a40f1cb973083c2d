import { explainDoseByPart, parseDay } from "@concord/core";
import { issueList, person as personAnswer, personParams, working, workingQuery } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf, type Service, type ServiceParts } from "../http/service.ts";
import { tableOf } from "../practices/present-table.ts";
import { shownRegister } from "../register/shown-register.ts";
import { personOnRegister, type PersonFound } from "../store/queries/person-on-register.ts";
import { referralsOfPerson } from "../store/queries/referrals-of-person.ts";
import type { Work } from "../store/schema.ts";
import { personNotKnown } from "./person-not-known.ts";
import { issuesOf } from "./person-record.ts";
import { presentIssue, presentPerson, presentWorking } from "./present.ts";

const tags = ["people"];

/** Someone of the records, with all their issues read under the table of the register. */
const load = async (trx: Work, reference: string) => {
  const build = await shownRegister(trx);
  const found: PersonFound | null = await personOnRegister(trx, build.id, reference);
  if (found === null) throw personNotKnown();
  return { build, found, issues: await issuesOf(trx, found.id, tableOf(build.tableId)) };
};

export const peopleRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/people/:reference",
    {
      schema: {
        tags,
        summary: "One person: dose over time, findings with their evidence, what could not be computed",
        params: personParams,
        response: answers({ 200: personAnswer }),
      },
    },
    async ({ params }) =>
      inRecords(async (trx) => {
        const { build, found, issues } = await load(trx, params.reference);
        return presentPerson(found, build, issues, await referralsOfPerson(trx, found.id));
      }),
  );

  service.get(
    "/api/people/:reference/working",
    {
      schema: {
        tags,
        summary: "How the dose on a day comes about, step by step, to be redone with a pencil",
        params: personParams,
        querystring: workingQuery,
        response: answers({ 200: working }),
      },
    },
    async ({ params, query }) => {
      const { build, issues } = await inRecords((trx) => load(trx, params.reference));
      const on = query.on ?? build.asOf;
      return { on, steps: presentWorking(explainDoseByPart(issues, parseDay(on)!)) };
    },
  );

  service.get(
    "/api/people/:reference/issues",
    {
      schema: {
        tags,
        summary: "Every issue of one person as the records have it, the latest first",
        params: personParams,
        response: answers({ 200: issueList }),
      },
    },
    async ({ params }) => {
      const { issues } = await inRecords((trx) => load(trx, params.reference));
      return { issues: issues.toReversed().map(presentIssue) };
    },
  );
};
