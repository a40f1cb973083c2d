import { accessLog, accessLogQuery, personParams, practiceLog, practiceLogQuery } from "@concord/exchange/api";
import type { AccessLog, AccessLogQuery } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { personNotKnown } from "../people/person-not-known.ts";
import { accountsInLog, actionsInLog, logLines } from "../store/queries/log-lines.ts";
import { peopleNamed } from "../store/queries/people-named.ts";
import { personId } from "../store/queries/person-id.ts";
import type { Work } from "../store/schema.ts";
import { MOST_NAMED, presentLine, presentPracticeLine } from "./present-log.ts";

const tags = ["log"];

const logOfPerson = async (
  trx: Work,
  id: number,
  { page, size, account, kind }: AccessLogQuery,
): Promise<AccessLog> => {
  const { total, lines } = await logLines(trx, { personId: id, account, kind }, { page, size });
  return {
    total,
    page,
    size,
    entries: lines.map(presentLine),
    accounts: [...(await accountsInLog(trx, { personId: id }))],
  };
};

/** Who saw and changed what, for those who answer for it and for the person themselves. */
export const accessLogRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/people/:key/access-log",
    {
      config: { action: "person-log.read" },
      schema: {
        tags,
        summary: "Who has seen or changed a person's records, and everybody's, the latest first",
        params: personParams,
        querystring: accessLogQuery,
        response: answers({ 200: accessLog }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const id = await personId(trx, request.params.key);
        if (id === null) throw personNotKnown();
        aboutPeople(request, [id]);
        return logOfPerson(trx, id, request.query);
      }),
  );

  service.get(
    "/api/own-log",
    {
      config: { action: "own-log.read" },
      schema: {
        tags,
        summary: "Who has seen or changed the records of the patient who asks, the latest first",
        querystring: accessLogQuery,
        response: answers({ 200: accessLog }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const id = request.actor!.session?.account.personId ?? null;
        if (id === null) throw personNotKnown();
        aboutPeople(request, [id]);
        return logOfPerson(trx, id, request.query);
      }),
  );

  service.get(
    "/api/audit-log",
    {
      config: { action: "log.read" },
      schema: {
        tags,
        summary: "What was done in the practice, the latest first; people are named to those who may see who they are",
        querystring: practiceLogQuery,
        response: answers({ 200: practiceLog }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { page, size, ...filter } = request.query;
        const { total, lines } = await logLines(trx, filter, { page, size });
        const named = await peopleNamed(
          trx,
          lines.flatMap(({ people }) => people.slice(0, MOST_NAMED)),
        );
        return {
          total,
          page,
          size,
          entries: lines.map((it) => presentPracticeLine(it, named)),
          accounts: [...(await accountsInLog(trx, {}))],
          actions: [...(await actionsInLog(trx))],
        };
      }),
  );
};
