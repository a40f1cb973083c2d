import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { proveLog } from "@concord/exchange/audit";
import { logProof, type LogEnd } from "@concord/exchange/api";
import { answers, textFile } from "../http/answers.ts";
import { noteRead } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { atOneMoment } from "../store/at-one-moment.ts";
import { logEntries } from "../store/queries/log-entries.ts";
import { logHead } from "../store/queries/log-head.ts";
import type { Work } from "../store/schema.ts";
import { anchorsIn } from "./audit-anchors.ts";

const tags = ["log"];
const NDJSON = "application/x-ndjson";

async function* linesOfLog(trx: Work): AsyncGenerator<string> {
  for await (const some of logEntries(trx)) yield some.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  const end: LogEnd = { end: "concord-log", ...(await logHead(trx)) };
  yield `${JSON.stringify(end)}\n`;
}

/** The log as a whole: to be followed by whoever asks, or by the service itself. */
export const logRoutes = (service: Service, { db, practiceId, audit, dataFolder }: ServiceParts): void => {
  service.get(
    "/api/audit-log/entries",
    {
      config: { action: "log.verify", longRead: true },
      schema: {
        tags,
        summary:
          "Every entry of the log in its order, with what its hash is taken of: one a line, the chain's end last",
        response: answers({ 200: textFile(NDJSON, "Lines of JSON; npx concord audit verify follows them") }),
      },
    },
    async (request, reply) => {
      await noteRead(request, audit);
      const lines = new PassThrough();
      // The transaction lasts as long as the download; whoever leaves it ends both.
      atOneMoment(db, practiceId, (trx) =>
        pipeline(Readable.from(linesOfLog(trx), { objectMode: false }), lines),
      ).catch((error: Error) => {
        request.log.warn({ err: error }, "log ended early");
        lines.destroy(error);
      });
      return reply.type(NDJSON).send(lines as never);
    },
  );

  service.get(
    "/api/audit-log/proof",
    {
      config: { action: "log.verify", longRead: true },
      schema: {
        tags,
        summary:
          "Whether the log is whole, reckoned from its first entry and compared with ends that were written down",
        response: answers({ 200: logProof }),
      },
    },
    async (request) => {
      await noteRead(request, audit);
      const anchors = dataFolder === undefined ? [] : anchorsIn(dataFolder, practiceId);
      return atOneMoment(db, practiceId, async (trx) => {
        const head = await logHead(trx);
        return proveLog(logEntries(trx), anchors, () => head);
      });
    },
  );
};
