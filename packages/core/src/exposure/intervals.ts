import type { Day } from "../calendar/day.ts";
import type { CompanionClass, Opioid } from "../medicines/types.ts";
import type { Span } from "./span.ts";

/** A stretch of days on which a watched companion is current, supply after supply. */
export interface CompanionInterval {
  readonly class: CompanionClass;
  readonly substance: string;
  readonly from: Day;
  readonly to: Day;
}

/** Opioid maintenance treatment on record: shown, never summed. */
export interface MaintenanceInterval {
  readonly substance: Opioid | null;
  readonly product: string;
  readonly from: Day;
  readonly to: Day;
}

/** An opioid that another service supplies, as recorded here: never summed. */
export interface ElsewhereInterval {
  readonly substance: Opioid | null;
  readonly product: string;
  readonly from: Day;
  readonly to: Day;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Joins what touches or overlaps within one key. Spans come in date order, and so do the intervals. */
const joined = <T extends { readonly from: Day; readonly to: Day }>(
  spans: readonly Span[],
  make: (span: Span) => T,
): readonly T[] => {
  const all: T[] = [];
  const last = new Map<string, Open<T>>();
  for (const span of spans) {
    const open = last.get(span.part.key);
    if (open !== undefined && span.from <= open.to) {
      if (span.to > open.to) open.to = span.to;
      continue;
    }
    const made: Open<T> = make(span);
    last.set(span.part.key, made);
    all.push(made);
  }
  return all.length < 2 ? all : all.toSorted((a, b) => a.from - b.from || order(a, b));
};

/** Intervals that start on one day stand in an order of their own, not in that of the records. */
const order = (a: object, b: object): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

export const companionIntervals = (spans: readonly Span[]): readonly CompanionInterval[] =>
  joined(spans, ({ part, from, to }) => ({
    class: part.companion!.class,
    substance: part.companion!.substance,
    from,
    to,
  }));

const named = ({ part, from, to }: Span) => ({
  substance: part.substance,
  product: part.reading.item.product.name,
  from,
  to,
});

export const maintenanceIntervals = (spans: readonly Span[]): readonly MaintenanceInterval[] => joined(spans, named);

export const elsewhereIntervals = (spans: readonly Span[]): readonly ElsewhereInterval[] => joined(spans, named);
