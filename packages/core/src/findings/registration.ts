import type { Day } from "../calendar/day.ts";
import { directedSegments } from "../exposure/directed-segments.ts";
import type { FindingContext } from "./finding.ts";

/**
 * The day of the first opioid issue that the practice made within so many days of registering someone, where the
 * current episode reaches back to then; null otherwise, or where it is not known.
 */
export const firstAfterRegistering = (
  { details: { registered }, dose, dataFrom }: FindingContext,
  withinDays: number,
): Day | null => {
  if (registered === null || dose.episode === null || dose.current.length === 0) return null;
  if (dataFrom !== null && registered < dataFrom) return null;
  const first = dose.episode.spans.find(({ from }) => from >= registered);
  return first !== undefined && first.from - registered <= withinDays ? first.from : null;
};

/** The most directed on any day of a week that starts then, ng OME a day, of the episode's issues. */
export const mostInFirstWeek = ({ dose }: FindingContext, start: Day): number =>
  directedSegments(dose.episode?.spans ?? [])
    .filter(({ from, to }) => from < start + 7 && to > start)
    .reduce((most, { directed }) => Math.max(most, directed.max), 0);
