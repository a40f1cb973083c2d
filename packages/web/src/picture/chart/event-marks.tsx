import type { DoseEvent } from "@concord/exchange/api";
import { rowBase, type Frame } from "./frame.ts";
import type { EventMark } from "./place-events.ts";
import { BESIDE } from "./place-labels.ts";

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

/** Who started a medicine and who changed it, above the plot. */
export const EventMarks = ({ marks, frame }: { readonly marks: readonly EventMark[]; readonly frame: Frame }) =>
  marks.map(({ event, x, says, place }) => {
    const y = frame.top - 9;
    return (
      <g key={`${event.date}${event.what}${event.product ?? ""}`}>
        {event.what !== "changed" && <line x1={x} x2={x} y1={frame.top} y2={frame.foot} className="event-down" />}
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
