import { reading as readingAnswer, readingList, readingParams, undoQuery } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf, type Service, type ServiceParts } from "../http/service.ts";
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
      schema: {
        tags,
        summary: "Every reading by a person, the latest first, undone ones too",
        response: answers({ 200: readingList }),
      },
    },
    async () => ({ readings: (await inRecords(readingsByHand)).map(presentReading) }),
  );

  service.delete(
    "/api/readings/:id",
    {
      schema: {
        tags,
        summary: "Undoes a reading: its texts are unread again, and the register follows; it stays on record",
        params: readingParams,
        querystring: undoQuery,
        response: answers({ 200: readingAnswer }),
      },
    },
    async ({ params, query }) =>
      inRecords(async (trx) => {
        const undone = await undoneReading(trx, params.id, query.who ?? null);
        if (undone !== null) await parts.register.follow(trx, undone.key, undone.personId);
        const found = await readingByHand(trx, params.id);
        if (found === null)
          throw new RequestProblem("reading-not-known", "Look the number up in the list of readings.");
        return presentReading(found);
      }),
  );
};
