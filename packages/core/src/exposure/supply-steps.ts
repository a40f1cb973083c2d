import type { Day } from "../calendar/day.ts";
import type { Opioid } from "../medicines/types.ts";
import type { Span } from "./span.ts";
import type { Nanograms, Unconverted } from "./types.ts";
import { distinctUnconverted } from "./unconverted.ts";

/** What was issued of one substance within the window, ng OME in total. */
export interface SubstanceSupply {
  readonly substance: Opioid;
  readonly inWindow: Nanograms;
}

/** A stretch of days, from `from` up to but not on `to`, whose trailing window holds the same issues. */
export interface SupplyStep {
  readonly from: Day;
  readonly to: Day;
  /** ng OME issued within the window, in total; divide by the days of the window for a dose a day, at the edge. */
  readonly inWindow: Nanograms;
  /** In order of name; each substance with an issue in the window whose quantity has a number. */
  readonly bySubstance: readonly SubstanceSupply[];
  /** What was issued within the window but has no number. */
  readonly unconverted: readonly Unconverted[];
  /** Something issued within the window has no number: the total is "at least". */
  readonly suppliedAtLeast: boolean;
}

interface Window {
  readonly substances: { readonly substance: Opioid; issues: number; total: number }[];
  readonly refused: Map<Span["part"], number>;
  total: number;
}

const NOTHING: readonly never[] = [];

const move = (window: Window, { part }: Span, sign: 1 | -1): void => {
  if (part.notSupplied !== null || part.substance === null) {
    window.refused.set(part, (window.refused.get(part) ?? 0) + sign);
    return;
  }
  window.total += sign * part.suppliedNanograms;
  for (const it of window.substances)
    if (it.substance === part.substance) {
      it.issues += sign;
      it.total += sign * part.suppliedNanograms;
      return;
    }
  window.substances.push({ substance: part.substance, issues: 1, total: part.suppliedNanograms });
  window.substances.sort((a, b) => (a.substance < b.substance ? -1 : 1));
};

const suppliesOf = (window: Window): readonly SubstanceSupply[] => {
  const supplies: SubstanceSupply[] = [];
  for (const { substance, issues, total } of window.substances)
    if (issues > 0) supplies.push({ substance, inWindow: total as Nanograms });
  return supplies;
};

const refusedIn = (window: Window): readonly Unconverted[] => {
  if (window.refused.size === 0) return NOTHING;
  const now: Unconverted[] = [];
  for (const [part, count] of window.refused) if (count > 0 && part.notSupplied !== null) now.push(part.notSupplied);
  return distinctUnconverted(now);
};

/**
 * What the trailing window of so many days, the day itself included, holds over time: stretches that touch each
 * other, from the first issue until the last one has left the window. Spans come in date order.
 */
export const supplySteps = (spans: readonly Span[], windowDays: number): readonly SupplyStep[] => {
  const steps: SupplyStep[] = [];
  const window: Window = { substances: [], refused: new Map(), total: 0 };
  let entering = 0;
  let leaving = 0;
  while (leaving < spans.length) {
    const leaves = spans[leaving]!.from + windowDays;
    const from = entering < spans.length ? Math.min(spans[entering]!.from, leaves) : leaves;
    while (entering < spans.length && spans[entering]!.from === from) move(window, spans[entering++]!, 1);
    while (leaving < spans.length && spans[leaving]!.from + windowDays === from) move(window, spans[leaving++]!, -1);
    if (leaving === spans.length) break;
    const to = Math.min(spans[leaving]!.from + windowDays, spans[entering]?.from ?? Infinity);
    const unconverted = refusedIn(window);
    steps.push({
      from: from as Day,
      to: to as Day,
      inWindow: window.total as Nanograms,
      bySubstance: suppliesOf(window),
      unconverted,
      suppliedAtLeast: unconverted.length > 0,
    });
  }
  return steps;
};
