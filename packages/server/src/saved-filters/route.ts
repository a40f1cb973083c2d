import {
  newSavedFilter as newSavedFilterBody,
  savedFilter,
  savedFilterList,
  savedFilterParams,
  type SavedFilter,
} from "@concord/exchange/api";
import { answers, nothing } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf, type Service, type ServiceParts } from "../http/service.ts";
import { forgottenFilter } from "../store/queries/forgotten-filter.ts";
import { newSavedFilter } from "../store/queries/new-saved-filter.ts";
import { savedFilters, type SavedFilterFound } from "../store/queries/saved-filters.ts";

const tags = ["register"];

const present = ({ id, name, filter }: SavedFilterFound): SavedFilter => ({ id, name, filter });

export const savedFilterRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/saved-filters",
    { schema: { tags, summary: "The practice's saved filters", response: answers({ 200: savedFilterList }) } },
    async () => ({ filters: (await inRecords(savedFilters)).map(present) }),
  );

  service.post(
    "/api/saved-filters",
    {
      schema: {
        tags,
        summary: "Saves a filter, as it stands in the address of the page, under a name",
        body: newSavedFilterBody,
        response: answers({ 201: savedFilter }),
      },
    },
    async ({ body }, reply) => {
      const made = await inRecords((trx) => newSavedFilter(trx, parts.practiceId, body));
      if (made === null)
        throw new RequestProblem("name-taken", "Choose another name, or forget the other filter first.");
      return reply.code(201).send(present(made));
    },
  );

  service.delete(
    "/api/saved-filters/:id",
    {
      schema: {
        tags,
        summary: "Forgets a saved filter",
        params: savedFilterParams,
        response: answers({ 204: nothing }),
      },
    },
    async ({ params }, reply) => {
      if (!(await inRecords((trx) => forgottenFilter(trx, params.id))))
        throw new RequestProblem("saved-filter-not-known", "It may have been forgotten already.");
      return reply.code(204).send();
    },
  );
};
