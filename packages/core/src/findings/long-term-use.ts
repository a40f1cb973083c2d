import { formatDay } from "../calendar/day.ts";
import { currentSpans, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { BANGOR, MHRA_2020 } from "./sources.ts";

/** Opioids for pain without a gap that counts, for three months or longer; `months` says whether for twelve. */
export const longTermUse: FindingRule<"long-term-use", { threeMonthsDays: number; twelveMonthsDays: number }> = {
  code: "long-term-use",
  title: "Opioids for three months or longer",
  source: MHRA_2020,
  alsoSee: [BANGOR],
  defaults: { threeMonthsDays: 90, twelveMonthsDays: 365 },
  find: ({ dose, on }, { threeMonthsDays, twelveMonthsDays }) => {
    if (dose.episode === null || dose.current.length === 0) return null;
    const days = on - dose.episode.since;
    if (days < threeMonthsDays) return null;
    return {
      months: days >= twelveMonthsDays ? 12 : 3,
      since: formatDay(dose.episode.since),
      days,
      issues: dose.episode.spans.length,
      // The first day's and the current ones; the others lie between.
      rows: rowsOf([...dose.episode.spans.filter(({ from }) => from === dose.episode?.since), ...currentSpans(dose)]),
    };
  },
};
