import type { Day } from "../calendar/day.ts";
import type { Opioid } from "../medicines/types.ts";
import { changesOf, SLOTS, type Change } from "./dose-changes.ts";
import type { Span } from "./span.ts";
import type { Nanograms, Unconverted } from "./types.ts";
import { distinctUnconverted } from "./unconverted.ts";

/** A band of directed dose, ng OME a day. */
export interface DirectedBand {
  readonly min: Nanograms;
  readonly max: Nanograms;
}

export interface SubstanceBand extends DirectedBand {
  readonly substance: Opioid;
}

/** A stretch of days, from `from` up to but not on `to`, with one directed dose. */
export interface Segment {
  readonly from: Day;
  readonly to: Day;
  readonly directed: DirectedBand;
  /** In order of name; each substance with a current instruction that has a number. */
  readonly bySubstance: readonly SubstanceBand[];
  /** What is current too but has no number: the total is then "at least". */
  readonly unconverted: readonly Unconverted[];
}

/** Running totals of one substance. */
interface Running {
  readonly substance: Opioid;
  current: number;
  min: number;
  max: number;
}

interface State {
  readonly running: Running[];
  readonly refused: Map<Span["part"], number>;
  min: number;
  max: number;
}

const runningOf = (state: State, substance: Opioid): Running => {
  for (const running of state.running) if (running.substance === substance) return running;
  const made = { substance, current: 0, min: 0, max: 0 };
  state.running.push(made);
  if (state.running.length > 1) state.running.sort((a, b) => (a.substance < b.substance ? -1 : 1));
  return made;
};

const apply = (state: State, { span, sign, min, max }: Change): void => {
  const { part } = span;
  if (part.phases === null || part.substance === null) {
    state.refused.set(part, (state.refused.get(part) ?? 0) + sign);
    return;
  }
  const running = runningOf(state, part.substance);
  running.current += sign;
  running.min += sign * min;
  running.max += sign * max;
  state.min += sign * min;
  state.max += sign * max;
};

const NOTHING: readonly never[] = [];

const bandsOf = (state: State, before: readonly SubstanceBand[]): readonly SubstanceBand[] => {
  let at = 0;
  let same = true;
  for (const { substance, current, min, max } of state.running) {
    if (current === 0) continue;
    const was = before[at++];
    if (was === undefined || was.substance !== substance || was.min !== min || was.max !== max) same = false;
  }
  if (same && at === before.length) return before;
  const bands: SubstanceBand[] = [];
  for (const { substance, current, min, max } of state.running)
    if (current > 0) bands.push({ substance, min: min as Nanograms, max: max as Nanograms });
  return bands;
};

const refusedNow = (state: State, before: readonly Unconverted[]): readonly Unconverted[] => {
  if (state.refused.size === 0) return NOTHING;
  const now: Unconverted[] = [];
  for (const [part, count] of state.refused) if (count > 0 && part.notDirected !== null) now.push(part.notDirected);
  return distinctUnconverted(now, before);
};

/**
 * The directed dose over time: stretches that touch each other, from the first day of any instruction to the last.
 * Two neighbours always differ in a total, a substance or what is refused; a gap is a stretch of 0 to 0.
 */
export const directedSegments = (spans: readonly Span[]): readonly Segment[] => {
  const { list, inOrder } = changesOf(spans);
  const segments: Segment[] = [];
  const state: State = { running: [], refused: new Map(), min: 0, max: 0 };
  let bands: readonly SubstanceBand[] = NOTHING;
  let unconverted: readonly Unconverted[] = NOTHING;
  let from = Number.NaN;
  let directed: DirectedBand = { min: 0 as Nanograms, max: 0 as Nanograms };
  for (let i = 0; i < inOrder.length;) {
    const day = Math.floor(inOrder[i]! / SLOTS);
    for (; i < inOrder.length && inOrder[i]! < (day + 1) * SLOTS; i++) apply(state, list[inOrder[i]! - day * SLOTS]!);
    const bandsThen = bandsOf(state, bands);
    const unconvertedThen = refusedNow(state, unconverted);
    const first = Number.isNaN(from);
    if (!first && i < inOrder.length && bandsThen === bands && unconvertedThen === unconverted) continue;
    if (!first) segments.push({ from: from as Day, to: day as Day, directed, bySubstance: bands, unconverted });
    from = day;
    bands = bandsThen;
    unconverted = unconvertedThen;
    directed = { min: state.min as Nanograms, max: state.max as Nanograms };
  }
  return segments;
};
