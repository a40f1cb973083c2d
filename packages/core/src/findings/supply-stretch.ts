import type { Day } from "../calendar/day.ts";
import { directedSegments } from "../exposure/directed-segments.ts";
import type { Dose } from "../exposure/dose-on.ts";
import type { Span } from "../exposure/span.ts";
import type { Opioid } from "../medicines/types.ts";

/**
 * What was issued of one substance from one issue up to, but not on, a later one, against what was directed in
 * between. Counting from issue to issue keeps the chance of three or four monthly issues in a window out of it.
 */
export interface SupplyStretch {
  readonly substance: Opioid;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** Days on which supply was collected within it. */
  readonly collections: number;
  /** ng OME in total over the stretch. */
  readonly supplied: number;
  readonly directedMin: number;
  readonly directedMax: number;
  /** Every day of it has a current instruction. */
  readonly everyDay: boolean;
  /** Nothing in it was refused, or stopped before it was used up: only then can it be judged. */
  readonly complete: boolean;
  readonly spans: readonly Span[];
}

const directedBetween = (spans: readonly Span[], from: Day, to: Day) => {
  let [min, max, days, complete] = [0, 0, 0, true];
  for (const segment of directedSegments(spans)) {
    const length = Math.min(segment.to, to) - Math.max(segment.from, from);
    if (length <= 0) continue;
    min += length * segment.directed.min;
    max += length * segment.directed.max;
    if (segment.unconverted.length > 0) complete = false;
    if (segment.bySubstance.length > 0) days += length;
  }
  return { min, max, days, complete };
};

/** From the last collection at or before the start of the window to the last one by its end; null without two. */
const supplyStretch = (
  spans: readonly Span[],
  substance: Opioid,
  on: Day,
  windowDays: number,
): SupplyStretch | null => {
  const own = spans.filter(({ part, from }) => part.substance === substance && from <= on);
  const to = own.at(-1)?.from;
  const from = own.findLast((it) => it.from <= on - windowDays + 1)?.from;
  if (from === undefined || to === undefined || from === to) return null;
  const within = own.filter((it) => it.from >= from && it.from < to);
  const directed = directedBetween(
    own.filter((it) => it.to > from),
    from,
    to,
  );
  return {
    substance,
    from,
    to,
    days: to - from,
    collections: new Set(within.map((it) => it.from)).size,
    supplied: within.reduce((sum, { part }) => sum + part.suppliedNanograms, 0),
    directedMin: directed.min,
    directedMax: directed.max,
    everyDay: directed.days === to - from,
    complete:
      directed.complete && within.every(({ part, issue }) => part.notSupplied === null && issue.stopped === undefined),
    spans: own.filter((it) => it.from >= from),
  };
};

/** A stretch for each substance that is current and had been at the start of the window, in the same episode. */
export const stretchesOf = (spans: readonly Span[], dose: Dose): readonly SupplyStretch[] => {
  const { on, episode, current, settings } = dose;
  if (episode === null) return [];
  const substances = new Set(current.map(({ span }) => span.part.substance).filter((it) => it !== null));
  return [...substances]
    .toSorted()
    .map((substance) => supplyStretch(spans, substance, on, settings.supplyWindowDays))
    .filter((it) => it !== null)
    .filter((it) => it.from >= episode.since);
};
