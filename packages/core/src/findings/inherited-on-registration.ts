import { formatDay } from "../calendar/day.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { firstAfterRegistering, mostInFirstWeek } from "./registration.ts";
import { unpublished } from "./sources.ts";

/**
 * Opioids that go on since someone registered: most likely carried over from the practice before, to be continued
 * safely first. The records cannot tell an inheritance from a start in the first weeks; the words do not claim to.
 */
export const inheritedOnRegistration: FindingRule<"inherited-on-registration", { days: number }> = {
  code: "inherited-on-registration",
  title: "Opioids since registering, may be inherited",
  source: unpublished("No cut-off was found in print. 60 days: two usual supplies after registering."),
  defaults: { days: 60 },
  find: (context, { days }) => {
    const { registered } = context.details;
    const first = firstAfterRegistering(context, days);
    if (first === null || registered === null) return null;
    return {
      registered: formatDay(registered),
      firstIssue: formatDay(first),
      daysAfterRegistering: first - registered,
      directedMaxMgPerDay: milligrams(mostInFirstWeek(context, first)),
      rows: rowsOf(context.spans.opioids.filter(({ from }) => from === first)),
    };
  },
};
