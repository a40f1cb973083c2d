import {
  importAccepted,
  importJob as importAnswer,
  importList,
  importParams,
  importPath,
  importRows as rowsAnswer,
  importRowsQuery,
  newImportQuery,
} from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers } from "../http/answers.ts";
import { fieldProblems } from "../http/field-problems.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { importJob } from "../store/queries/import-job.ts";
import { importJobs } from "../store/queries/import-jobs.ts";
import { importRows } from "../store/queries/import-rows.ts";
import type { Work } from "../store/schema.ts";
import { presentImport, presentImportRow } from "./present.ts";
import type { Accepted } from "./queue-types.ts";
import { uploadedFile } from "./uploaded-file.ts";

const tags = ["imports"];

const load = async (trx: Work, id: number) => {
  const found = await importJob(trx, id);
  if (found === null) throw new RequestProblem("import-not-known", "Look the number up in the list of imports.");
  return found;
};

const pathOf = (body: unknown): string => {
  const parsed = importPath.safeParse(body);
  if (parsed.success) return parsed.data.path;
  throw new RequestProblem(
    "request-not-valid",
    "Send a file as multipart/form-data, or the name of a file in the watched folder.",
    { problems: fieldProblems("body", parsed.error.issues, body) },
  );
};

export const importRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  const fromInbox = async (request: FastifyRequest): Promise<Accepted> => {
    const accepted = await parts.imports.acceptFromInbox(pathOf(request.body));
    if (accepted === null) throw new RequestProblem("file-missing", "There is no such file in the watched folder.");
    return accepted;
  };

  const fromUpload = async (request: FastifyRequest, replaces: number | null): Promise<Accepted> => {
    const { name, bytes } = await uploadedFile(request);
    return parts.imports.accept(name, bytes, replaces);
  };

  service.get(
    "/api/imports",
    {
      config: { action: "import.read" },
      schema: {
        tags,
        summary: "Every file that came in, the latest first",
        response: answers({ 200: importList }),
      },
    },
    async (request) => ({ imports: (await inRecords(request, importJobs)).map(presentImport) }),
  );

  service.post(
    "/api/imports",
    {
      config: { action: "import.change" },
      schema: {
        tags,
        summary: "Takes a file of records; the very same file again changes nothing",
        description:
          "A file of the same name as one in the records replaces its rows once it is read. Instead of a form, JSON with the `path` of a file in the watched folder.",
        consumes: ["multipart/form-data"],
        querystring: newImportQuery,
        response: answers({ 200: importAccepted, 202: importAccepted }),
      },
    },
    async (request, reply) => {
      const accepted = request.isMultipart()
        ? await fromUpload(request, request.query.replaces ?? null)
        : await fromInbox(request);
      if (accepted.status === "nothing-to-replace")
        throw new RequestProblem("nothing-to-replace", "Choose an import whose rows are in the records.");
      const alreadyImported = accepted.status === "already-imported";
      const job = presentImport(await inRecords(request, (trx) => load(trx, accepted.id)));
      return reply.code(alreadyImported ? 200 : 202).send({ ...job, alreadyImported });
    },
  );

  service.get(
    "/api/imports/:id",
    {
      config: { action: "import.read" },
      schema: {
        tags,
        summary: "One file that came in, and what became of its rows",
        params: importParams,
        response: answers({ 200: importAnswer }),
      },
    },
    async (request) => presentImport(await inRecords(request, (trx) => load(trx, request.params.id))),
  );

  service.get(
    "/api/imports/:id/rows",
    {
      config: { action: "import.read" },
      schema: {
        tags,
        summary: "The rows of one import that were not used, each with its reason, by pages",
        params: importParams,
        querystring: importRowsQuery,
        response: answers({ 200: rowsAnswer }),
      },
    },
    async (request) => {
      const { total, rows } = await inRecords(request, async (trx) => {
        const { id } = await load(trx, request.params.id);
        return importRows(trx, id, request.query);
      });
      return { total, rows: rows.map(presentImportRow), page: request.query.page, size: request.query.size };
    },
  );

  service.post(
    "/api/imports/:id/cancel",
    {
      config: { action: "import.change" },
      schema: {
        tags,
        summary: "Cancels an import that is queued or under way; its rows do not count",
        params: importParams,
        response: answers({ 200: importAnswer }),
      },
    },
    async (request) => {
      await inRecords(request, (trx) => load(trx, request.params.id));
      if ((await parts.imports.cancel(request.params.id)) === "finished")
        throw new RequestProblem("import-over", "To take its rows back, import a corrected file in its place.");
      return presentImport(await inRecords(request, (trx) => load(trx, request.params.id)));
    },
  );
};
