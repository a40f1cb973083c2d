import type { Part } from "./part.ts";
import type { Span } from "./span.ts";

/** A change on a day: an instruction or one of its phases starts (+1) or ends (-1). */
export interface Change {
  readonly span: Span;
  readonly sign: 1 | -1;
  readonly min: number;
  readonly max: number;
}

/** Room for this many changes beside the day in one sortable number. */
export const SLOTS = 2 ** 22;

interface Changes {
  readonly list: Change[];
  /** Day and place in the list as one number each, in order. */
  readonly inOrder: Float64Array;
}

/** Directions that say the same on every day. */
const isSteady = ({ phases }: Part): boolean => phases === null || (phases.length === 1 && phases[0]!.days === null);

/** All changes of these spans, in order of day; what goes on from issue to issue unchanged is no change. */
export const changesOf = (spans: readonly Span[]): Changes => {
  const list: Change[] = [];
  const keys: number[] = [];
  const ends = new Map<Part, number>();
  const change = (day: number, span: Span, sign: 1 | -1, min: number, max: number): void => {
    keys.push(day * SLOTS + list.length);
    list.push({ span, sign, min, max });
  };
  const steady = (span: Span): void => {
    const end = ends.get(span.part);
    if (end !== undefined && keys[end] === span.from * SLOTS + end) {
      keys[end] = span.to * SLOTS + end;
      return;
    }
    const phase = span.part.phases?.[0];
    change(span.from, span, 1, phase?.min ?? 0, phase?.max ?? 0);
    ends.set(span.part, list.length);
    change(span.to, span, -1, phase?.min ?? 0, phase?.max ?? 0);
  };
  const phased = (span: Span): void => {
    let start: number = span.from;
    for (const { days, min, max } of span.part.phases ?? []) {
      const end = days === null ? span.to : Math.min(start + days, span.to);
      if (end <= start) continue;
      change(start, span, 1, min, max);
      change(end, span, -1, min, max);
      start = end;
    }
  };
  for (const span of spans) (isSteady(span.part) ? steady : phased)(span);
  return { list, inOrder: Float64Array.from(keys).toSorted() };
};
