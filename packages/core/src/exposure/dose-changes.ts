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

export const changesOf = (spans: readonly Span[]): Changes => {
  const list: Change[] = [];
  const keys: number[] = [];
  const change = (day: number, span: Span, sign: 1 | -1, min: number, max: number): void => {
    keys.push(day * SLOTS + list.length);
    list.push({ span, sign, min, max });
  };
  for (const span of spans) {
    const phases = span.part.phases;
    if (phases === null) {
      change(span.from, span, 1, 0, 0);
      change(span.to, span, -1, 0, 0);
      continue;
    }
    let start: number = span.from;
    for (const { days, min, max } of phases) {
      const end = days === null ? span.to : Math.min(start + days, span.to);
      if (end <= start) continue;
      change(start, span, 1, min, max);
      change(end, span, -1, min, max);
      start = end;
    }
  }
  return { list, inOrder: Float64Array.from(keys).toSorted() };
};
