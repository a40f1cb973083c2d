import type { DoseEvent } from "@concord/exchange/api";
import { dayOf } from "../../../words/dates.ts";
import { useSaidEvent } from "../words/use-said-event.ts";
import { rowBase, type Frame } from "./frame.ts";
import { BESIDE, placeLabels } from "./place-labels.ts";
import { textWidth } from "./text-width.ts";

const RANK: Readonly<Record<DoseEvent["what"], number>> = {
  registered: 0,
  started: 1,
  stopped: 2,
  elsewhere: 3,
  changed: 4,
};

/** The sign of an event: its form tells what it was, also without colour. */
export const EventSign = ({
  what,
  x,
  y,
}: {
  readonly what: DoseEvent["what"];
  readonly x: number;
  readonly y: number;
}) => {
  const className = `sign sign-${what}`;
  if (what === "started") return <circle className={className} cx={x} cy={y} r="4.5" />;
  if (what === "changed") return <circle className={className} cx={x} cy={y} r="3" />;
  if (what === "stopped") return <rect className={className} x={x - 3.8} y={y - 3.8} width="7.6" height="7.6" />;
  if (what === "elsewhere") return <path className={className} d={`M${x} ${y - 5}l5 9h-10Z`} />;
  return <path className={className} d={`M${x} ${y - 5.5}l5 5.5l-5 5.5l-5 -5.5Z`} />;
};

/** The first of what stands at the same place: many changes within a few days are one sign. */
const apart = <T extends { readonly x: number; readonly rank: number }>(events: readonly T[]): readonly T[] => {
  const kept: T[] = [];
  for (const event of [...events].sort((a, b) => a.rank - b.rank || a.x - b.x))
    if (kept.every(({ x, rank }) => Math.abs(x - event.x) >= (rank === 4 && event.rank === 4 ? 7 : 9)))
      kept.push(event);
  return kept;
};

interface EventMarksProps {
  readonly events: readonly DoseEvent[];
  readonly frame: Frame;
  readonly from: number;
  readonly to: number;
}

/** Who started a medicine and who changed it, above the plot. */
export const EventMarks = ({ events, frame, from, to }: EventMarksProps) => {
  const { sayShortly } = useSaidEvent();
  const shown = events.filter(({ date }) => dayOf(date) >= from && dayOf(date) <= to);
  const marks = apart(
    shown.map((event) => ({ event, x: frame.x(dayOf(event.date)), rank: RANK[event.what], says: sayShortly(event) })),
  );
  const room = { rows: frame.labelRows, left: 0, right: frame.width };
  const placed = placeLabels(
    marks.map(({ x, rank, says }) => ({ x, rank, width: textWidth(says) })),
    room,
  );
  return marks.map(({ event, x, says }, i) => {
    const place = placed[i] ?? null;
    const strong = event.what === "registered" || event.what === "started" || event.what === "stopped";
    const y = frame.top - 9;
    return (
      <g key={`${event.date}${event.what}${event.product ?? ""}`} className={`event event-${event.what}`}>
        {strong && <line x1={x} x2={x} y1={frame.top} y2={frame.foot} className="event-down" />}
        {place !== null && (
          <>
            <line x1={x} x2={x} y1={rowBase(frame, place.row) - 10} y2={y} className="event-up" />
            <text
              x={x + (place.side === "after" ? BESIDE : -BESIDE)}
              y={rowBase(frame, place.row)}
              textAnchor={place.side === "after" ? "start" : "end"}
            >
              {says}
            </text>
          </>
        )}
        <EventSign what={event.what} x={x} y={y} />
      </g>
    );
  });
};
