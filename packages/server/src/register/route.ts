import {
  registerFacets as facetsAnswer,
  registerFilter,
  registerPage as pageAnswer,
  registerQuery,
} from "@concord/exchange/api";
import { Readable } from "node:stream";
import { answers, textFile } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { practiceLabel } from "../store/queries/practice-label.ts";
import { registerFacets } from "../store/queries/register-facets.ts";
import { registerPage } from "../store/queries/register-page.ts";
import { registerRows } from "../store/queries/register-rows.ts";
import { presentFacets, presentRegister } from "./present.ts";
import { registerCsv } from "./register-csv.ts";
import { shownRegister, thisMonth } from "./shown-register.ts";

const tags = ["register"];

export const registerRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/register",
    {
      config: { action: "register.read" },
      schema: {
        tags,
        summary: "People with an opioid in the records: filtered, sorted, counted, by pages",
        querystring: registerQuery,
        response: answers({ 200: pageAnswer }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { id, asOf } = await shownRegister(trx);
        const found = await registerPage(trx, id, request.query, thisMonth());
        aboutPeople(
          request,
          found.rows.map(({ personId }) => personId),
        );
        return presentRegister(asOf, found, request.query);
      }),
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
      config: { action: "register.export" },
      schema: {
        tags,
        summary: "The people that a filter finds, as a table for a spreadsheet",
        querystring: registerFilter,
        response: answers({ 200: textFile("text/csv", "One line a person, highest directed dose first") }),
      },
    },
    async (request, reply) => {
      const { about, lines } = await inRecords(request, async (trx) => {
        const { id, asOf, tableId } = await shownRegister(trx);
        request.facts.everybody = true;
        const { synthetic } = await practiceLabel(trx, parts.practiceId);
        return { about: { asOf, table: tableId, synthetic }, lines: await registerRows(trx, id, request.query) };
      });
      const name = `register-${about.asOf}${about.synthetic ? "-synthetic" : ""}.csv`;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(Readable.from(registerCsv(lines, about)) as never);
    },
  );
};
