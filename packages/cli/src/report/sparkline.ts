import { markup, type Markup } from "./markup.ts";
import type { SegmentData } from "./page-data.ts";

const WIDTH = 120;
const HEIGHT = 28;

/** A dose over the last five years in the height of a line: most as directed as an area, supplied as a line. */
export const sparkline = (segments: readonly SegmentData[], on: number, years = 5): Markup => {
  const from = on - Math.round(years * 365.25);
  const top = Math.max(1, ...segments.map((one) => Math.max(one[2], one[3] ?? 0)));
  const x = (day: number): string => (((Math.max(from, day) - from) / (on - from)) * WIDTH).toFixed(0);
  const y = (mg: number): string => (HEIGHT - 1 - (mg / top) * (HEIGHT - 3)).toFixed(0);
  let area = `M0 ${HEIGHT - 1}`;
  let line = "";
  let at = "";
  segments.forEach((segment, i) => {
    const until = Math.min(on, segments[i + 1]?.[0] ?? on);
    if (until <= from || segment[0] >= on) return;
    const a = x(segment[0]);
    const b = x(until);
    const high = y(segment[2]);
    area += area.endsWith(`V${high}`) ? "" : `H${a}V${high}`;
    if (segment[3] === null) at = "";
    else if (a !== b) {
      const now = y(segment[3]);
      line += at === "" ? `M${a} ${now}H${b}` : at === now ? `H${b}` : `V${now}H${b}`;
      at = now;
    }
  });
  return markup`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false"><path class="spark-band" d="${area}H${WIDTH}V${HEIGHT - 1}Z" /><path class="spark-line" d="${line}" /></svg>`;
};
