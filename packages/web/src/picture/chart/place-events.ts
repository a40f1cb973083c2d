import type { DoseEvent } from "@concord/exchange/api";
import { dayOf } from "../../words/dates.ts";
import { isNarrow, type Across } from "./frame.ts";
import { placeLabels, type Placed } from "./place-labels.ts";

/** What finds its room first. */
const RANK: Readonly<Record<DoseEvent["what"], number>> = {
  registered: 0,
  started: 0,
  stopped: 0,
  elsewhere: 1,
  changed: 2,
};

export interface EventMark {
  readonly event: DoseEvent;
  readonly x: number;
  readonly says: string;
  /** Null where its words have no room: they stand in the list beneath. */
  readonly place: Placed | null;
}

/** The first of what stands at the same place: many changes within a few days are one sign. */
const apart = <T extends { readonly x: number; readonly rank: number }>(events: readonly T[]): readonly T[] => {
  const kept: T[] = [];
  for (const event of [...events].sort((a, b) => a.rank - b.rank || a.x - b.x))
    if (kept.every(({ x }) => Math.abs(x - event.x) >= 9)) kept.push(event);
  return kept;
};

/** Signs and words of the events of a chart, of which none touches another. */
export const placeEvents = (
  events: readonly { readonly event: DoseEvent; readonly says: string }[],
  over: Across,
  widthOf: (text: string) => number,
): readonly EventMark[] => {
  const signs = apart(
    events
      .map(({ event, says }) => ({ event, says, x: over.x(dayOf(event.date)), rank: RANK[event.what] }))
      .filter(({ x }) => x >= over.left && x <= over.right),
  );
  const room = { rows: isNarrow(over.width) ? 2 : 3, left: 0, right: over.width };
  const places = placeLabels(
    signs.map(({ x, rank, says }) => ({ x, rank, width: widthOf(says) })),
    room,
  );
  return signs.map(({ event, says, x }, i) => ({ event, says, x, place: places[i] ?? null }));
};

export const rowsOf = (marks: readonly EventMark[]): number =>
  Math.max(0, ...marks.map(({ place }) => (place?.row ?? -1) + 1));
