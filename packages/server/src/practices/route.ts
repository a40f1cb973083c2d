import { practice } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf, type Service, type ServiceParts } from "../http/service.ts";
import { practiceOverview } from "../store/queries/practice-overview.ts";
import { presentPractice } from "./present.ts";

export const practiceRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  service.get(
    "/api/practice",
    {
      schema: {
        tags: ["practice"],
        summary: "The practice and its records in numbers",
        response: answers({ 200: practice }),
      },
    },
    async () =>
      presentPractice(await inRecords((trx) => practiceOverview(trx, parts.practiceId)), parts.register.building()),
  );
};
