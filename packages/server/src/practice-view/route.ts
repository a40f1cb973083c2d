import { practiceView } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf, isEvaluation } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { shownRegister } from "../register/shown-register.ts";
import { newLongTermStarts } from "../store/queries/new-long-term-starts.ts";
import { peopleByDoseBand } from "../store/queries/people-by-dose-band.ts";
import { peopleWithCompanions } from "../store/queries/people-with-companions.ts";
import { hideSmallNumbers } from "./hide-small-numbers.ts";
import { BANDS_FROM_NG, presentPracticeView } from "./present.ts";

export const practiceViewRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts, { asService: true });

  service.get(
    "/api/practice-view",
    {
      config: { action: "practice-view.read" },
      schema: {
        tags: ["practice"],
        summary: "People by dose over the quarters, with sedating medicines, and new long-term use",
        response: answers({ 200: practiceView }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const build = await shownRegister(trx);
        const bands = await peopleByDoseBand(trx, build.id, BANDS_FROM_NG);
        const companions = await peopleWithCompanions(trx, build.id);
        const view = presentPracticeView(build, bands, companions, await newLongTermStarts(trx, build.id));
        return isEvaluation(request) ? hideSmallNumbers(view) : view;
      }),
  );
};
