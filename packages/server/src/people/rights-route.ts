import { newRemoval, personParams, removal } from "@concord/exchange/api";
import { Readable } from "node:stream";
import { zipStream } from "../export/zip-stream.ts";
import { answers, textFile } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { practiceLabel } from "../store/queries/practice-label.ts";
import { takeOutPeople } from "../store/queries/take-out-people.ts";
import { filesOfPerson, newTombstone } from "../store/queries/tombstones.ts";
import { wholePerson } from "../store/queries/whole-person.ts";
import type { Work } from "../store/schema.ts";
import { personArchive } from "./person-archive.ts";
import { personNotKnown } from "./person-not-known.ts";

const tags = ["people"];

interface Known {
  readonly id: number;
  readonly reference: string;
}

const load = async (trx: Work, key: string): Promise<Known> => {
  const found = await trx.selectFrom("person").where("key", "=", key).select(["id", "reference"]).executeTakeFirst();
  if (found === undefined) throw personNotKnown();
  return found;
};

/** What somebody may ask of those who keep records of them: a copy of everything, and removal. */
export const rightsRoutes = (service: Service, parts: ServiceParts): void => {
  // Whole tables are read and changed that no role has a right to: the service does it for those who may ask for it.
  const inRecords = inRecordsOf(parts, { asService: true });
  const { practiceId, doseSupport, imports, sessions } = parts;

  service.get(
    "/api/people/:key/export",
    {
      config: { action: "person.export", longRead: true },
      schema: {
        tags,
        summary: "Everything that is kept of one person, and who has seen or changed it: a ZIP of NDJSON with a note",
        params: personParams,
        response: answers({ 200: textFile("application/zip", "README.md in it says what each file is") }),
      },
    },
    async (request, reply) => {
      const at = new Date().toISOString();
      const withDoses = await doseSupport.isOn();
      const archive = await inRecords(request, async (trx) => {
        const { id, reference } = await load(trx, request.params.key);
        aboutPeople(request, [id]);
        const { synthetic } = await practiceLabel(trx, practiceId);
        const tables = await wholePerson(trx, id, { withDoses });
        return personArchive(reference, synthetic, at, tables);
      });
      return reply
        .type("application/zip")
        .header("content-disposition", `attachment; filename="person-${at.slice(0, 10)}.zip"`)
        .send(Readable.from(zipStream(archive), { objectMode: false }) as never);
    },
  );

  service.post(
    "/api/people/:key/removal",
    {
      config: { action: "person.remove" },
      schema: {
        tags,
        summary: "Removes everything that is kept of one person; counts of rows and the log stay as they are",
        description:
          "What is left is a number, and a salted digest by which a later file does not bring the person back. Backups that were made before still hold the person.",
        params: personParams,
        body: newRemoval,
        response: answers({ 200: removal }),
      },
    },
    async (request) => {
      const { reference: repeated, reason } = request.body;
      const { files, forgets, reference } = await inRecords(request, async (trx) => {
        const person = await load(trx, request.params.key);
        if (person.reference !== repeated)
          throw new RequestProblem("request-not-valid", "body.reference: found another reference than this person's.", {
            problems: [
              { at: "body.reference", found: "another reference", todo: "Type the reference of this person." },
            ],
          });
        const kept = await filesOfPerson(trx, person.id);
        if (kept === null) throw new RequestProblem("import-under-way", "Wait until it is done, and remove then.");
        aboutPeople(request, [person.id]);
        const theirs = await trx.selectFrom("account").where("person_id", "=", person.id).select("id").execute();
        const removedBy = request.actor!.accountId;
        await newTombstone(trx, { practiceId, personId: person.id, reference: person.reference, reason, removedBy });
        await takeOutPeople(trx, [person]);
        const forgets = [];
        for (const { id } of theirs) forgets.push(await sessions.endAll(trx, id));
        return { files: kept, forgets, reference: person.reference };
      });
      imports.forget(files);
      for (const forget of forgets) forget();
      return { person: reference, removed: true } as const;
    },
  );
};
