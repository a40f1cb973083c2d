import type { Person } from "@concord/exchange/api";
import { useId, useMemo, type PointerEvent } from "react";
import { useSaidEvent } from "../words/use-said-event.ts";
import { Axes, Marks } from "./axes.tsx";
import { Bars } from "./bars.tsx";
import { bandPath, suppliedPath } from "./curves.ts";
import { EventMarks } from "./event-marks.tsx";
import { across, frameOf, type Frame } from "./frame.ts";
import { barsUnder, isDense, levelOn, marksShown, meansOf, mostShown, type Level } from "./levels.ts";
import { placeEvents, rowsOf } from "./place-events.ts";
import { doseTicks, linear, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

const Cursor = ({
  day,
  levels,
  frame,
  y,
}: {
  readonly day: number;
  readonly levels: readonly Level[];
  readonly frame: Frame;
  readonly y: Scale;
}) => {
  const level = levelOn(levels, day);
  const x = (frame.x(day) + frame.x(day + 1)) / 2;
  return (
    <g className="cursor">
      <line x1={x} x2={x} y1={frame.top} y2={frame.foot} />
      {level !== null && level.max > 0 && (
        <line className="cursor-band" x1={x} x2={x} y1={y(level.max) - 1.5} y2={y(level.min) + 1.5} />
      )}
      {level !== null && level.supplied !== null && <circle cx={x} cy={y(level.supplied)} r="4.5" />}
    </g>
  );
};

/** Stretches where something has no number: hatched along the foot of the plot. */
const AtLeast = ({
  levels,
  frame,
  hatch,
}: {
  readonly levels: readonly Level[];
  readonly frame: Frame;
  readonly hatch: string;
}) =>
  levels
    .filter(({ atLeast }) => atLeast)
    .map(({ from, to }) => (
      <rect
        key={from}
        className="unknown"
        fill={`url(#${hatch})`}
        x={frame.x(from)}
        y={frame.foot - 7}
        width={Math.max(1.5, frame.x(to) - frame.x(from))}
        height="7"
      />
    ));

interface DoseChartProps {
  readonly person: Person;
  readonly levels: readonly Level[];
  readonly days: readonly [number, number];
  readonly day: number;
  readonly onDay: (day: number) => void;
  readonly width: number;
}

/** Dose over time, for the eye: all that it shows stands in the reader, the list and the table beneath it. */
export const DoseChart = ({ person, levels, days, day, onDay, width }: DoseChartProps) => {
  const hatch = useId();
  const { sayShortly } = useSaidEvent();
  const [from, to] = days;
  const drawn = useMemo(() => {
    const bars = barsUnder(person, from, to);
    const over = across(width, from, to);
    const events = placeEvents(
      person.events.map((event) => ({ event, says: sayShortly(event) })),
      over,
      textWidth,
    );
    const frame = frameOf(over, { labelRows: rowsOf(events), lanes: bars.length });
    const most = mostShown(levels, person.marks);
    const marks = marksShown(levels, person.marks);
    const ticks = doseTicks(Math.max(most * 1.05, ...marks.map(({ mg }) => mg)), 5);
    const y = linear(0, ticks.at(-1)!, frame.foot, frame.top);
    return { bars, events, frame, ticks, y, marks, dense: isDense(levels, frame.right - frame.left) };
  }, [person, levels, from, to, width]);
  const { bars, events, frame, ticks, y, marks, dense } = drawn;
  const still = useMemo(
    () => (
      <>
        <Axes frame={frame} y={y} ticks={ticks} from={from} to={to} />
        <path className="dose-band" d={bandPath(levels, frame.x, y)} />
        <path className={dense ? "dose-supplied every" : "dose-supplied"} d={suppliedPath(levels, frame.x, y)} />
        {dense && <path className="dose-supplied" d={suppliedPath(meansOf(levels), frame.x, y)} />}
        <AtLeast levels={levels} frame={frame} hatch={hatch} />
        <Marks marks={marks} frame={frame} y={y} />
        <EventMarks marks={events} frame={frame} />
        <Bars bars={bars} frame={frame} />
      </>
    ),
    [drawn, person, levels, from, to, hatch],
  );
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.type === "pointermove" && event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    onDay(frame.day(((event.clientX - box.left) / box.width) * frame.width));
  };
  return (
    <svg
      className="dose-chart"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      aria-hidden="true"
      focusable="false"
      onPointerDown={point}
      onPointerMove={point}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch" width="2.4" height="5" />
        </pattern>
      </defs>
      {still}
      <Cursor day={day} levels={levels} frame={frame} y={y} />
    </svg>
  );
};
