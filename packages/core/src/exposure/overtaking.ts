import type { Day } from "../calendar/day.ts";
import type { ExposureSettings } from "./settings.ts";
import type { Span } from "./span.ts";

/** A span that later issues may still shorten. */
export type OpenSpan = { -readonly [K in keyof Span]: Span[K] };

/** The first `count` spans of a list are open; its room is kept, for it is emptied and filled with every issue. */
export interface OpenSpans {
  readonly spans: OpenSpan[];
  count: number;
}

export const addOpen = (open: OpenSpans, span: OpenSpan): void => {
  open.spans[open.count++] = span;
};

/** One medicine on its way through time: its issues of one day, until a later day replaces them. */
export interface Stream {
  day: number;
  /** Days carried into each issue of that day: the same for all of them, whatever their order. */
  carriedDays: number;
  readonly open: OpenSpans;
}

/** A substance in one release: the issues whose grace has not been ended by a later issue. */
export interface Family {
  day: number;
  readonly inGrace: OpenSpans;
}

/** Nothing is carried over from an order that was stopped by then, nor from a course. */
const carriesOver = ({ part, issue: { stopped } }: OpenSpan, day: Day): boolean =>
  part.courseDays === null && (stopped === undefined || stopped.day > day);

/** Closes the instructions that a later issue of the medicine replaces; answers the days left over from them. */
export const replace = (stream: Stream, day: Day, settings: ExposureSettings): number => {
  const { open } = stream;
  let left = 0;
  for (let i = 0; i < open.count; i++) {
    const span = open.spans[i]!;
    if (carriesOver(span, day)) left = Math.max(left, span.runsOut - day);
    if (day < span.to) span.to = day;
  }
  open.count = 0;
  return Math.min(left, settings.stockpileCapDays);
};

/** An issue ends the grace of every earlier issue of its substance and release. */
export const endGrace = (family: Family, day: Day): void => {
  if (family.day === day) return;
  const { inGrace } = family;
  for (let i = 0; i < inGrace.count; i++) {
    const span = inGrace.spans[i]!;
    const end = day > span.runsOut ? day : span.runsOut;
    if (end < span.to) span.to = end;
  }
  inGrace.count = 0;
  family.day = day;
};
