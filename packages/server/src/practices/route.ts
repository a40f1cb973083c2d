import { practice } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf, isEvaluation } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { purposeOf } from "../policy/policy.ts";
import { unreviewedReasons } from "../store/queries/access-reasons.ts";
import { practiceOverview } from "../store/queries/practice-overview.ts";
import { unreadCount } from "../store/queries/unread-count.ts";
import { countedOnce } from "./counted-once.ts";
import { presentPractice } from "./present.ts";

export const practiceRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts, { asService: true });
  const counted = countedOnce();

  service.get(
    "/api/practice",
    {
      config: { action: "practice.read" },
      schema: {
        tags: ["practice"],
        summary: "The practice and its records in numbers",
        response: answers({ 200: practice }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const found = await practiceOverview(trx, parts.practiceId);
        const { people, unreadKeys } = await counted(trx, found.buildId);
        const unreadTexts = await unreadCount(trx, unreadKeys);
        const reviews = purposeOf("access.review", request.actor!.doers) !== null;
        const unreviewedAccess = reviews ? await unreviewedReasons(trx) : null;
        // With the practice view, whole numbers would give small ones away.
        const counts = isEvaluation(request)
          ? { people: null, onRegister: null }
          : { people, onRegister: found.onRegister };
        return presentPractice(found, {
          ...counts,
          unreadTexts,
          unreviewedAccess,
          building: parts.register.building(),
        });
      }),
  );
};
