import type { Day } from "../calendar/day.ts";
import type { ExposureSettings } from "./settings.ts";
import type { Span } from "./span.ts";

/** A time on opioids without a gap that counts: from the first day up to, but not on, `to`. */
export interface Episode {
  readonly since: Day;
  readonly to: Day;
  /** The issues within it, in date order. */
  readonly spans: readonly Span[];
}

/**
 * The last episode, current or over, of the opioids that this practice issued; null where there was none. A gap of
 * more than `episodeGapDays` without a current instruction starts a new one. An order that was stopped on the day on
 * which it was written was never current, and starts none.
 */
export const lastEpisode = (spans: readonly Span[], { episodeGapDays }: ExposureSettings): Episode | null => {
  let first = 0;
  let to = -Infinity;
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    if (span.to === span.from) continue;
    if (span.from - to > episodeGapDays) first = i;
    if (span.to > to) to = span.to;
  }
  const start = spans[first];
  return start === undefined || to === -Infinity
    ? null
    : { since: start.from, to: to as Day, spans: spans.slice(first) };
};
