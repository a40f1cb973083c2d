import { explainDoseByPart, parseDay } from "@concord/core";
import {
  issueList,
  person as personAnswer,
  personFound,
  personParams,
  personSought,
  working,
  workingQuery,
} from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { answers } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { tableOf } from "../practices/present-table.ts";
import { shownRegister } from "../register/shown-register.ts";
import { personByReference } from "../store/queries/person-by-reference.ts";
import { personOnRegister, type PersonFound } from "../store/queries/person-on-register.ts";
import { referralsOfPerson } from "../store/queries/referrals-of-person.ts";
import type { Work } from "../store/schema.ts";
import { asService } from "../store/in-practice.ts";
import { beyondReach, mayAskForAccess } from "./beyond-reach.ts";
import { personNotKnown } from "./person-not-known.ts";
import { issuesOf } from "./person-record.ts";
import { presentIssue, presentPerson, presentWorking } from "./present.ts";

const tags = ["people"];

/** Someone of the records, with all their issues read under the table of the register. */
const load = async (trx: Work, request: FastifyRequest<{ Params: z.output<typeof personParams> }>) => {
  const build = await shownRegister(trx);
  const found: PersonFound | null = await personOnRegister(trx, build.id, request.params.key);
  if (found === null) throw await beyondReach(trx, request, request.params.key);
  aboutPeople(request, [found.id]);
  return { build, found, issues: await issuesOf(trx, found.id, tableOf(build.tableId), parseDay(build.asOf)!) };
};

export const peopleRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.post(
    "/api/people/find",
    {
      config: { action: "person.find" },
      schema: {
        tags,
        summary: "The key of whom the records name so, for every other address; changes nothing",
        body: personSought,
        response: answers({ 200: personFound }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { reference } = request.body;
        // That somebody is there is told to those who may ask to see them.
        if (mayAskForAccess(request)) await asService(trx);
        const found = await personByReference(trx, reference);
        if (found === null) throw personNotKnown();
        aboutPeople(request, [found.id]);
        return { person: reference, key: found.key };
      }),
  );

  service.get(
    "/api/people/:key",
    {
      config: { action: "person.read" },
      schema: {
        tags,
        summary: "One person: dose over time, findings with their evidence, what could not be computed",
        params: personParams,
        response: answers({ 200: personAnswer }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { build, found, issues } = await load(trx, request);
        return presentPerson(found, build, issues, await referralsOfPerson(trx, found.id));
      }),
  );

  service.get(
    "/api/people/:key/working",
    {
      config: { action: "person.read", share: "reckoning" },
      schema: {
        tags,
        summary: "How the dose on a day comes about, step by step, to be redone with a pencil",
        params: personParams,
        querystring: workingQuery,
        response: answers({ 200: working }),
      },
    },
    async (request) => {
      const { build, issues } = await inRecords(request, (trx) => load(trx, request));
      const on = request.query.on ?? build.asOf;
      return { on, steps: presentWorking(explainDoseByPart(issues, parseDay(on)!)) };
    },
  );

  service.get(
    "/api/people/:key/issues",
    {
      config: { action: "person.read" },
      schema: {
        tags,
        summary: "Every issue of one person as the records have it, the latest first",
        params: personParams,
        response: answers({ 200: issueList }),
      },
    },
    async (request) => {
      const { issues } = await inRecords(request, (trx) => load(trx, request));
      return { issues: issues.toReversed().map(presentIssue) };
    },
  );
};
