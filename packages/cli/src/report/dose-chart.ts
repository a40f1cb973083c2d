import { sayDate, sayMg } from "../words/say-dose.ts";
import { dateTicks, doseTicks, linear, type Scale } from "./chart-scale.ts";
import { markup, type Markup } from "./markup.ts";
import type { CompanionData, MarkData, PersonData, SegmentData } from "./page-data.ts";

const LEFT = 46;
const TOP = 26;
const PLOT = 232;
const AXIS = 30;
const LANE = 34;

/** So many changes stand so close that a thick line would hide them. */
const MANY = 90;

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly x: Scale;
}

/** The room that a chart of this width has, and how days lie across it. */
export const frameOf = (person: PersonData, on: number, width: number): ChartFrame => {
  const from = Math.min(person.segments[0]?.[0] ?? on - 365, person.issues[0]?.[0] ?? on, on - 180);
  const right = width - 44;
  const height = TOP + PLOT + AXIS + person.companions.length * LANE + 6;
  return { width, height, from, to: on, left: LEFT, right, x: linear(from, on, LEFT, right) };
};

const until = (segments: readonly SegmentData[], i: number, to: number): number =>
  Math.min(to, segments[i + 1]?.[0] ?? to);

const bandPath = (segments: readonly SegmentData[], frame: ChartFrame, y: Scale): string => {
  const shape = (one: SegmentData, i: number): string => {
    if (one[2] === 0) return "";
    const [a, b] = [frame.x(one[0]).toFixed(1), frame.x(until(segments, i, frame.to)).toFixed(1)];
    // A band without width is still drawn, as a stroke of its own.
    return `M${a} ${y(one[2]).toFixed(1)}H${b}V${y(one[1]).toFixed(1)}H${a}Z`;
  };
  return segments.map(shape).join("");
};

const suppliedPath = (segments: readonly SegmentData[], frame: ChartFrame, y: Scale): string => {
  let path = "";
  let drawing = false;
  segments.forEach((one, i) => {
    if (one[3] === null) {
      drawing = false;
      return;
    }
    const level = y(one[3]).toFixed(1);
    path += drawing ? `V${level}` : `M${frame.x(one[0]).toFixed(1)} ${level}`;
    path += `H${frame.x(until(segments, i, frame.to)).toFixed(1)}`;
    drawing = true;
  });
  return path;
};

/** Stretches where something could not be computed: hatched along the foot of the plot. */
const gapBars = (segments: readonly SegmentData[], frame: ChartFrame): Markup[] =>
  segments.flatMap((one, i) => {
    if (one[4] === 0) return [];
    const a = frame.x(one[0]);
    const width = Math.max(1, frame.x(until(segments, i, frame.to)) - a);
    return [
      markup`<rect class="gap" x="${a.toFixed(1)}" y="${TOP + PLOT - 5}" width="${width.toFixed(1)}" height="5" />`,
    ];
  });

const markLines = (marks: readonly MarkData[], frame: ChartFrame, y: Scale): Markup[] => {
  let last = Number.POSITIVE_INFINITY;
  return [...marks]
    .sort((a, b) => a.mg - b.mg)
    .map((mark) => {
      const at = y(mark.mg);
      const written = last - at >= 15;
      if (written) last = at;
      return markup`<line class="mark" x1="${frame.left}" x2="${frame.right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" />${
        written && markup`<text class="mark-label" x="${frame.right + 6}" y="${(at + 4).toFixed(1)}">${mark.mg}</text>`
      }`;
    });
};

const registeredLine = (registered: number | null, frame: ChartFrame): Markup | null => {
  if (registered === null || registered < frame.from || registered > frame.to) return null;
  const at = frame.x(registered);
  const toLeft = at > (frame.left + frame.right) / 2;
  return markup`<line class="event" x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${TOP - 12}" y2="${TOP + PLOT}" /><text class="event-label" x="${(at + (toLeft ? -5 : 5)).toFixed(1)}" y="${TOP - 12}" text-anchor="${toLeft ? "end" : "start"}">Registered here</text>`;
};

const companionLane = (companion: CompanionData, row: number, frame: ChartFrame): Markup => {
  const top = TOP + PLOT + AXIS + row * LANE;
  const bars: Markup[] = [];
  for (let i = 0; i < companion.days.length; i += 2) {
    const a = frame.x(Math.max(frame.from, companion.days[i]!));
    const b = frame.x(Math.min(frame.to, companion.days[i + 1]!));
    bars.push(
      markup`<rect class="bar bar-${companion.class}" x="${a.toFixed(1)}" y="${top + 16}" width="${Math.max(2, b - a).toFixed(1)}" height="10" rx="2" />`,
    );
  }
  return markup`<text class="lane-label" x="${frame.left}" y="${top + 11}">${companion.name}</text><line class="lane" x1="${frame.left}" x2="${frame.right}" y1="${top + 21}" y2="${top + 21}" />${bars}`;
};

/** What the chart shows, in a sentence, for those who do not see it. */
const sayChart = (person: PersonData, on: number): string => {
  const most = person.segments.reduce<SegmentData | null>((a, b) => (a === null || b[2] > a[2] ? b : a), null);
  if (most === null) return `No dose could be computed up to ${sayDate(on)}.`;
  const first = person.segments[0]![0];
  return `Dose from ${sayDate(first)} to ${sayDate(on)}. Most as directed: ${sayMg(most[2])} mg a day, from ${sayDate(most[0])}. Every value is in the table below the chart.`;
};

const ticksOf = ({ segments }: PersonData): readonly number[] =>
  doseTicks(Math.max(10, ...segments.map((one) => Math.max(one[2], one[3] ?? 0))) * 1.04, 5);

/** The marks that lie within the chart of a person. */
export const marksShown = (person: PersonData, marks: readonly MarkData[]): readonly MarkData[] => {
  const top = ticksOf(person).at(-1)!;
  return marks.filter(({ mg }) => mg <= top);
};

/** Dose over time: the band as directed, what was supplied, the marks, and what was taken beside it. */
export const doseChart = (person: PersonData, on: number, marks: readonly MarkData[], width: number): Markup => {
  const frame = frameOf(person, on, width);
  const ticks = ticksOf(person);
  const top = ticks.at(-1)!;
  const y = linear(0, top, TOP + PLOT, TOP);
  const dates = dateTicks(frame.from, frame.to, Math.max(2, Math.floor((frame.right - frame.left) / 74)));
  const band = bandPath(person.segments, frame, y);
  return markup`<svg class="dose-chart" width="${width}" height="${frame.height}" viewBox="0 0 ${width} ${frame.height}" role="img" aria-label="${sayChart(person, on)}"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2.4" height="5" /></pattern></defs>${ticks.map(
    (mg) =>
      markup`<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${y(mg).toFixed(1)}" y2="${y(mg).toFixed(1)}" /><text class="tick" x="${frame.left - 8}" y="${(y(mg) + 4).toFixed(1)}" text-anchor="end">${mg}</text>`,
  )}<text class="tick unit" x="0" y="${TOP - 13}">mg/day</text><path class="band" d="${band}" /><path class="supplied ${person.segments.length > MANY && "fine"}" d="${suppliedPath(person.segments, frame, y)}" />${gapBars(person.segments, frame)}${markLines(marksShown(person, marks), frame, y)}${registeredLine(person.registered, frame)}${dates.map(
    ({ day, says }) =>
      markup`<line class="tickmark" x1="${frame.x(day).toFixed(1)}" x2="${frame.x(day).toFixed(1)}" y1="${TOP + PLOT}" y2="${TOP + PLOT + 5}" /><text class="tick" x="${frame.x(day).toFixed(1)}" y="${TOP + PLOT + 19}" text-anchor="${frame.x(day) > frame.right - 24 ? "end" : "start"}">${says}</text>`,
  )}${person.companions.map((companion, row) => companionLane(companion, row, frame))}<line class="cursor" x1="0" x2="0" y1="${TOP}" y2="${TOP + PLOT}" visibility="hidden" /></svg>`;
};
