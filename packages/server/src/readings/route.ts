import { reading as readingAnswer, readingList, readingParams } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { aboutPeople } from "../http/request-facts.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { readingByHand } from "../store/queries/reading-by-hand.ts";
import { readingsByHand } from "../store/queries/readings-by-hand.ts";
import { undoneReading } from "../store/queries/undone-reading.ts";
import { presentReading } from "./present.ts";

const tags = ["unread directions"];

export const readingRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/readings",
    {
      config: { action: "unread-directions.read" },
      schema: {
        tags,
        summary: "Every reading by a person, the latest first, undone ones too",
        response: answers({ 200: readingList }),
      },
    },
    async (request) => ({ readings: (await inRecords(request, readingsByHand)).map(presentReading) }),
  );

  service.delete(
    "/api/readings/:id",
    {
      config: { action: "reading.change" },
      schema: {
        tags,
        summary: "Undoes a reading: its texts are unread again, and the register follows; it stays on record",
        params: readingParams,
        response: answers({ 200: readingAnswer }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const undone = await undoneReading(trx, request.params.id, request.actor!.name);
        if (undone !== null) await parts.register.follow(trx, undone.key, undone.personId);
        if (undone !== null && undone.personId !== null) aboutPeople(request, [undone.personId]);
        const found = await readingByHand(trx, request.params.id);
        if (found === null)
          throw new RequestProblem("reading-not-known", "Look the number up in the list of readings.");
        return presentReading(found);
      }),
  );
};
