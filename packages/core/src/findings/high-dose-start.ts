import { formatDay, type Day } from "../calendar/day.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingContext, FindingRule } from "./finding.ts";
import { inheritedOnRegistration } from "./inherited-on-registration.ts";
import { firstAfterRegistering, mostInFirstWeek } from "./registration.ts";
import { OP_V2 } from "./sources.ts";

/** From when on an opioid would have been seen; null where that is not known. */
const seenFrom = ({ dataFrom, details: { registered }, firstRecord }: FindingContext): Day | null => {
  if (dataFrom === null || firstRecord === null) return firstRecord;
  const covered = registered !== null && registered > dataFrom ? registered : dataFrom;
  return firstRecord < covered ? firstRecord : covered;
};

/** Whether another service supplied an opioid, or maintenance treatment was on record, shortly before the start. */
const hadAnother = ({ spans }: FindingContext, start: Day, days: number): boolean =>
  [...spans.elsewhere, ...spans.maintenance].some(({ from, to }) => from < start && to > start - days);

/**
 * The current episode began with a directed dose at or above the threshold, after so many days in which no opioid is
 * on record. Where records do not reach back that far, or the dose may be inherited, there is no finding.
 */
export const highDoseStart: FindingRule<
  "high-dose-start",
  { mgPerDay: number; daysWithout: number; inheritedDays: number }
> = {
  code: "high-dose-start",
  title: "Started at or above {mgPerDay} mg a day",
  source: OP_V2,
  defaults: { mgPerDay: 90, daysWithout: 90, inheritedDays: inheritedOnRegistration.defaults.days },
  find: (context, { mgPerDay, daysWithout, inheritedDays }) => {
    const { episode, current } = context.dose;
    const seen = seenFrom(context);
    if (episode === null || current.length === 0 || seen === null) return null;
    if (episode.since - seen < daysWithout || hadAnother(context, episode.since, daysWithout)) return null;
    if (firstAfterRegistering(context, inheritedDays) !== null) return null;
    const most = mostInFirstWeek(context, episode.since);
    if (most < mgPerDay * 1_000_000) return null;
    return {
      startedOn: formatDay(episode.since),
      directedMaxMgPerDay: milligrams(most),
      rows: rowsOf(episode.spans.filter(({ from }) => from < episode.since + 7)),
    };
  },
};
