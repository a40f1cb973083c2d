import {
  registerFacets as facetsAnswer,
  registerFilter,
  registerFilterInAddress,
  registerPage as pageAnswer,
  registerQuery,
  registerQueryInAddress,
  type RegisterFilter,
  type RegisterPage,
  type RegisterQuery,
} from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { answers, textFile } from "../http/answers.ts";
import { inRecordsOf, noteRead } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { seesPractice } from "../policy/policy.ts";
import { practiceLabel } from "../store/queries/practice-label.ts";
import { registerFacets } from "../store/queries/register-facets.ts";
import { registerPage } from "../store/queries/register-page.ts";
import { registerRows } from "../store/queries/register-rows.ts";
import { presentFacets, presentRegister } from "./present.ts";
import { registerCsv } from "./register-csv.ts";
import { remember } from "./remembered.ts";
import { shownRegister, thisMonth } from "./shown-register.ts";

const tags = ["register"];

/** A page, and whose rows are on it. */
interface ShownPage {
  readonly page: RegisterPage;
  readonly people: readonly number[];
}

const CSV = textFile("text/csv", "One line a person, highest directed dose first");

export const registerRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  const pages = remember<ShownPage>(parts.changes);

  const read = (request: FastifyRequest, query: RegisterQuery): Promise<ShownPage> =>
    inRecords(request, async (trx) => {
      const { id, asOf } = await shownRegister(trx);
      const found = await registerPage(trx, id, query, thisMonth());
      const people = found.rows.map(({ personId }) => personId);
      aboutPeople(request, people);
      return { page: presentRegister(asOf, found, query), people };
    });

  /** Whoever sees all of the practice sees the same page, until something changes; each look at it is logged. */
  const page = async (request: FastifyRequest, query: RegisterQuery): Promise<RegisterPage> => {
    const key = seesPractice(request.actor?.doers ?? [], "register.read")
      ? `${thisMonth()} ${JSON.stringify(query)}`
      : null;
    const known = key === null ? undefined : pages.get(key);
    if (known !== undefined) {
      aboutPeople(request, known.people);
      await noteRead(request, parts.audit);
      return known.page;
    }
    const at = parts.changes.count();
    const made = await read(request, query);
    if (key !== null) pages.put(key, at, made);
    return made.page;
  };

  const sendTable = async (request: FastifyRequest, filter: RegisterFilter, reply: FastifyReply) => {
    const { about, lines } = await inRecords(request, async (trx) => {
      const { id, asOf, tableId } = await shownRegister(trx);
      request.facts.everybody = true;
      const { synthetic } = await practiceLabel(trx, parts.practiceId);
      return { about: { asOf, table: tableId, synthetic }, lines: await registerRows(trx, id, filter) };
    });
    const name = `register-${about.asOf}${about.synthetic ? "-synthetic" : ""}.csv`;
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}"`)
      .send(Readable.from(registerCsv(lines, about)) as never);
  };

  service.get(
    "/api/register",
    {
      config: { action: "register.read" },
      schema: {
        tags,
        summary: "People with an opioid in the records: filtered, sorted, counted, by pages",
        description: "By filters that name nobody; for `search` and `prescriber`, ask by POST.",
        querystring: registerQueryInAddress,
        response: answers({ 200: pageAnswer }),
      },
    },
    async (request) => page(request, request.query),
  );

  service.post(
    "/api/register",
    {
      config: { action: "register.read" },
      schema: {
        tags,
        summary: "The same, by any filter: what is searched for stays out of the address; changes nothing",
        body: registerQuery,
        response: answers({ 200: pageAnswer }),
      },
    },
    async (request) => page(request, request.body),
  );

  service.get(
    "/api/register/facets",
    {
      config: { action: "register.read" },
      schema: { tags, summary: "What the register can be filtered by", response: answers({ 200: facetsAnswer }) },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { id } = await shownRegister(trx);
        return presentFacets(await registerFacets(trx, id));
      }),
  );

  service.get(
    "/api/register/export.csv",
    {
      config: { action: "register.export", share: "download" },
      schema: {
        tags,
        summary: "The people that a filter finds, as a table for a spreadsheet",
        description: "By filters that name nobody; for `search` and `prescriber`, ask by POST.",
        querystring: registerFilterInAddress,
        response: answers({ 200: CSV }),
      },
    },
    async (request, reply) => sendTable(request, request.query, reply),
  );

  service.post(
    "/api/register/export.csv",
    {
      config: { action: "register.export", share: "download" },
      schema: {
        tags,
        summary: "The same table, by any filter: what is searched for stays out of the address; changes nothing",
        body: registerFilter,
        response: answers({ 200: CSV }),
      },
    },
    async (request, reply) => sendTable(request, request.body, reply),
  );
};
