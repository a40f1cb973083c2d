import {
  newSavedFilter as newSavedFilterBody,
  savedFilter,
  savedFilterList,
  savedFilterParams,
  type SavedFilter,
} from "@concord/exchange/api";
import { answers, nothing } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { forgottenFilter } from "../store/queries/forgotten-filter.ts";
import { newSavedFilter } from "../store/queries/new-saved-filter.ts";
import { savedFilters, type SavedFilterFound } from "../store/queries/saved-filters.ts";

const tags = ["register"];

const present = ({ id, name, filter }: SavedFilterFound): SavedFilter => ({ id, name, filter });

export const savedFilterRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/saved-filters",
    {
      config: { action: "filters.read" },
      schema: { tags, summary: "The practice's saved filters", response: answers({ 200: savedFilterList }) },
    },
    async (request) => ({ filters: (await inRecords(request, savedFilters)).map(present) }),
  );

  service.post(
    "/api/saved-filters",
    {
      config: { action: "filters.change" },
      schema: {
        tags,
        summary: "Saves a filter, written as a query, under a name; it is kept in the records and stands in no address",
        body: newSavedFilterBody,
        response: answers({ 201: savedFilter }),
      },
    },
    async (request, reply) => {
      const made = await inRecords(request, (trx) => newSavedFilter(trx, parts.practiceId, request.body));
      if (made === null)
        throw new RequestProblem("name-taken", "Choose another name, or forget the other filter first.");
      return reply.code(201).send(present(made));
    },
  );

  service.delete(
    "/api/saved-filters/:id",
    {
      config: { action: "filters.change" },
      schema: {
        tags,
        summary: "Forgets a saved filter",
        params: savedFilterParams,
        response: answers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      if (!(await inRecords(request, (trx) => forgottenFilter(trx, request.params.id))))
        throw new RequestProblem("saved-filter-not-known", "It may have been forgotten already.");
      return reply.code(204).send();
    },
  );
};
