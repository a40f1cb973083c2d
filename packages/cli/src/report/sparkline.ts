import { markup, type Markup } from "./markup.ts";
import type { SegmentData } from "./page-data.ts";

const WIDTH = 120;
const HEIGHT = 28;
const FOOT = HEIGHT - 1;
/** One every three pixels: finer than that nobody sees at this size. */
const BUCKETS = 40;

interface Bucket {
  readonly most: number;
  readonly supplied: number | null;
}

/** The most as directed and the mean supplied within each stretch of equal length; only numbers count. */
const bucketsOf = (segments: readonly SegmentData[], from: number, on: number): readonly Bucket[] => {
  const length = (on - from) / BUCKETS;
  let first = 0;
  return Array.from({ length: BUCKETS }, (_, i) => {
    const [start, end] = [from + i * length, from + (i + 1) * length];
    while (first + 1 < segments.length && segments[first + 1]![0] <= start) first++;
    let [most, sum, days] = [0, 0, 0];
    for (let at = first; at < segments.length && segments[at]![0] < end; at++) {
      const [day, , max, supplied] = segments[at]!;
      const within = Math.min(end, segments[at + 1]?.[0] ?? on) - Math.max(start, day);
      if (within <= 0) continue;
      most = Math.max(most, max);
      if (supplied === null) continue;
      sum += supplied * within;
      days += within;
    }
    return { most, supplied: days === 0 ? null : sum / days };
  });
};

/** A dose over the last five years in the height of a line: most as directed as an area, supplied as a line. */
export const sparkline = (segments: readonly SegmentData[], on: number, years = 5): Markup => {
  const buckets = bucketsOf(segments, on - Math.round(years * 365.25), on);
  const top = Math.max(1, ...buckets.map(({ most, supplied }) => Math.max(most, supplied ?? 0)));
  const y = (mg: number): number => Math.round(FOOT - (mg / top) * (HEIGHT - 3));
  let [area, line, level, drawn] = [`M0 ${FOOT}`, "", FOOT, Number.NaN];
  buckets.forEach(({ most, supplied }, i) => {
    const x = (i * WIDTH) / BUCKETS;
    const high = y(most);
    if (high !== level) area += `H${x}V${high}`;
    level = high;
    const now = supplied === null || (supplied === 0 && most === 0) ? Number.NaN : y(supplied);
    if (now === drawn) return;
    if (!Number.isNaN(drawn)) line += `H${x}`;
    if (!Number.isNaN(now)) line += Number.isNaN(drawn) ? `M${x} ${now}` : `V${now}`;
    drawn = now;
  });
  if (!Number.isNaN(drawn)) line += `H${WIDTH}`;
  return markup`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false"><path class="spark-band" d="${area}H${WIDTH}V${FOOT}Z" /><path class="spark-line" d="${line}" /></svg>`;
};
