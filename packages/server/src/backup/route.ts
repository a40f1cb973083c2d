import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { restored as restoredAnswer, type RestoredAnswer } from "@concord/exchange/api";
import { answers, textFile } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { MOST_BACKUP } from "../http/request-limits.ts";
import { noteRead } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { keptPath } from "../imports/keep-file.ts";
import { restoreBackup, type Restored } from "./restore-backup.ts";
import { backupText } from "./write-backup.ts";

const tags = ["export"];
const PACKED = "application/gzip";
/** Twice as quick as the usual level, for a tenth more bytes. */
const LEVEL = 4;

const problemOf = (it: Exclude<Restored, { status: "restored" }>): RequestProblem => {
  if (it.status === "unusable")
    return new RequestProblem("backup-not-usable", `${it.fault.message} Nothing was changed.`);
  const { practices, tables } = it.holdings;
  const whose = practices.length === 0 ? "" : ` of ${practices.map((name) => `"${name}"`).join(", ")}`;
  return new RequestProblem(
    "records-there",
    `The installation holds records${whose} already (${tables.join(", ")}). Start the service with an empty data folder, and restore there. Nothing was changed.`,
  );
};

async function* atMost(body: Readable, most: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of body) {
    length += (chunk as Buffer).length;
    if (length > most) throw new RequestProblem("body-too-large", "The backup is larger than the service takes.");
    yield chunk as Buffer;
  }
}

/** Backup and restore of the whole installation; not there where the service was not given its keys. */
export const backupRoutes = (service: Service, { backup, version, audit }: ServiceParts): void => {
  if (backup === undefined) return;
  const { owner, dataFolder, afterRestore } = backup;

  service.get(
    "/api/backup",
    {
      config: { action: "backup.take", share: "download", longRead: true },
      schema: {
        tags,
        summary: "All records as of one moment, to be restored into an empty installation: gzipped lines of JSON",
        response: answers({ 200: textFile(PACKED, "See docs/backup.md for its lines") }),
      },
    },
    async (request, reply) => {
      request.facts.everybody = true;
      await noteRead(request, audit);
      const packed = createGzip({ level: LEVEL });
      const text = Readable.from(backupText({ owner, dataFolder, version }), { objectMode: false });
      // The snapshot lasts as long as the download; whoever leaves it ends both.
      pipeline(text, packed).catch((error: Error) => request.log.warn({ err: error }, "backup ended early"));
      const name = `concord-${new Date().toISOString().slice(0, 10)}.backup`;
      return reply
        .type(PACKED)
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(packed as never);
    },
  );

  void service.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(PACKED, (_, payload, done) => done(null, payload));
    (scope as unknown as Service).post(
      "/api/restore",
      {
        config: { action: "backup.restore" },
        schema: {
          tags,
          summary:
            "Brings a backup into this installation, which must be empty: whole, compared table by table, or not at all",
          consumes: [PACKED],
          response: answers({ 200: restoredAnswer }),
        },
      },
      async (request, reply): Promise<RestoredAnswer> => {
        if (!(request.body instanceof Readable))
          throw new RequestProblem("media-type-not-taken", `Send the backup as ${PACKED}.`);
        // Halves of a killed service are cleared away by the next start.
        const path = keptPath(dataFolder, `part-${randomUUID()}`);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        try {
          await pipeline(atMost(request.body, MOST_BACKUP), createWriteStream(path, { mode: 0o600 }));
          const found = await restoreBackup({ owner, dataFolder }, path);
          if (found.status !== "restored") throw problemOf(found);
          reply.raw.once("close", afterRestore);
          const { takenAt, rows, tables } = found;
          return { takenAt, rows, tables };
        } finally {
          rmSync(path, { force: true });
        }
      },
    );
  });
};
