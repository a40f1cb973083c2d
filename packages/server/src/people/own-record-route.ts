import { ownRecord } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { currentBuild } from "../store/queries/current-build.ts";
import { ownIssues } from "../store/queries/own-issues.ts";
import { personNotKnown } from "./person-not-known.ts";

/** What a patient sees of themselves: the database shows them nobody else. */
export const ownRecordRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/own-record",
    {
      config: { action: "own-record.read" },
      schema: {
        tags: ["people"],
        summary: "One's own medicines as they were written, the latest first",
        response: answers({ 200: ownRecord }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const id = request.actor?.session?.account.personId ?? null;
        const person =
          id === null
            ? undefined
            : await trx.selectFrom("person").where("id", "=", id).select("reference").executeTakeFirst();
        if (id === null || person === undefined) throw personNotKnown();
        aboutPeople(request, [id]);
        const build = await currentBuild(trx);
        return { person: person.reference, asOf: build?.asOf ?? null, issues: [...(await ownIssues(trx, id))] };
      }),
  );
};
