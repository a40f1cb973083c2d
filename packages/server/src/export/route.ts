import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { answers, textFile } from "../http/answers.ts";
import { noteRead } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { atOneMoment } from "../store/at-one-moment.ts";
import { wholeExport } from "./whole-export.ts";
import { zipStream } from "./zip-stream.ts";

export const exportRoutes = (service: Service, { db, practiceId, audit }: ServiceParts): void => {
  service.get(
    "/api/export",
    {
      config: { action: "records.export", share: "download", longRead: true },
      schema: {
        tags: ["export"],
        summary:
          "Everything that is kept of the practice, as of one moment: a ZIP of NDJSON and CSV with a note on them",
        response: answers({ 200: textFile("application/zip", "README.md in it says what each file is") }),
      },
    },
    async (request, reply) => {
      request.facts.everybody = true;
      await noteRead(request, audit);
      const at = new Date().toISOString();
      const archive = new PassThrough();
      // The transaction lasts as long as the download; whoever leaves it ends both.
      atOneMoment(db, practiceId, (trx) =>
        pipeline(Readable.from(zipStream(wholeExport(trx, practiceId, at)), { objectMode: false }), archive),
      ).catch((error: Error & { code?: unknown }) => {
        request.log.warn({ err: error }, "export ended early");
        archive.destroy(error);
      });
      return reply
        .type("application/zip")
        .header("content-disposition", `attachment; filename="concord-export-${at.slice(0, 10)}.zip"`)
        .send(archive as never);
    },
  );
};
