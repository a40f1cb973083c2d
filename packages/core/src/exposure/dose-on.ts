import type { Day } from "../calendar/day.ts";
import type { Opioid } from "../medicines/types.ts";
import type { DirectedBand } from "./directed-segments.ts";
import { lastEpisode, type Episode } from "./episode.ts";
import { exposureSettings, type ExposureSettings } from "./settings.ts";
import { inRecordOrder, type Span } from "./span.ts";
import { spansOf, type Spans } from "./spans.ts";
import type { Issue, Nanograms, Unconverted } from "./types.ts";
import { distinctUnconverted } from "./unconverted.ts";

/** An instruction that is current, and what it directs on that day; null where that was refused. */
export interface CurrentInstruction {
  readonly span: Span;
  readonly directed: DirectedBand | null;
}

export interface SubstanceDose {
  readonly substance: Opioid;
  /** ng OME a day. */
  readonly directed: DirectedBand;
  /** ng OME issued within the window. */
  readonly inWindow: Nanograms;
}

/** One person's dose on one day. */
export interface Dose {
  readonly on: Day;
  readonly settings: ExposureSettings;
  /** ng OME a day, of what has a number. */
  readonly directed: DirectedBand;
  /** ng OME issued within the window of `settings.supplyWindowDays` that ends on the day, in total. */
  readonly inWindow: Nanograms;
  readonly bySubstance: readonly SubstanceDose[];
  /** Current, but its directed dose has no number. */
  readonly unconverted: readonly Unconverted[];
  /** Issued within the window, but without a number. */
  readonly notSupplied: readonly Unconverted[];
  /** Something of the person's opioids was refused or is supplied elsewhere: the truth is at least this. */
  readonly atLeast: boolean;
  readonly current: readonly CurrentInstruction[];
  /** The issues within the window. */
  readonly supplies: readonly Span[];
  readonly companions: readonly Span[];
  readonly maintenance: readonly Span[];
  readonly elsewhere: readonly Span[];
  /** The current episode, or the last one; null where this practice issued no opioid for pain. */
  readonly episode: Episode | null;
}

/** What an instruction directs on its day number `day`, 0 the first; null where it was refused. */
const directedOnDay = ({ part }: Span, day: number): DirectedBand | null => {
  if (part.phases === null) return null;
  let end = 0;
  for (const phase of part.phases) {
    if (phase.days === null) return phase;
    end += phase.days;
    if (day < end) return phase;
  }
  return null;
};

const currentOn = (spans: readonly Span[], on: Day): readonly Span[] =>
  spans.filter(({ from, to }) => from <= on && on < to).toSorted(inRecordOrder);

const bySubstance = (current: readonly CurrentInstruction[], supplies: readonly Span[]): readonly SubstanceDose[] => {
  const sums = new Map<Opioid, { min: number; max: number; inWindow: number }>();
  const sumOf = (substance: Opioid) => {
    const sum = sums.get(substance) ?? { min: 0, max: 0, inWindow: 0 };
    sums.set(substance, sum);
    return sum;
  };
  for (const { span, directed } of current) {
    if (directed === null || span.part.substance === null) continue;
    const sum = sumOf(span.part.substance);
    sum.min += directed.min;
    sum.max += directed.max;
  }
  for (const { part } of supplies)
    if (part.substance !== null && part.notSupplied === null) sumOf(part.substance).inWindow += part.suppliedNanograms;
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([substance, { min, max, inWindow }]) => ({
      substance,
      directed: { min: min as Nanograms, max: max as Nanograms },
      inWindow: inWindow as Nanograms,
    }));
};

const sum = <T>(list: readonly T[], of: (it: T) => number): Nanograms =>
  list.reduce((total, it) => total + of(it), 0) as Nanograms;

const refused = (parts: readonly (Unconverted | null)[]): readonly Unconverted[] =>
  distinctUnconverted(parts.filter((part) => part !== null));

/** The dose on a day out of spans that were reckoned up to that day. */
export const doseOfSpans = (spans: Spans, on: Day, settings: ExposureSettings): Dose => {
  const current = currentOn(spans.opioids, on).map((span) => ({ span, directed: directedOnDay(span, on - span.from) }));
  const supplies = spans.opioids
    .filter(({ from }) => from <= on && on < from + settings.supplyWindowDays)
    .toSorted(inRecordOrder);
  const unconverted = refused(current.map(({ span }) => span.part.notDirected));
  const notSupplied = refused(supplies.map(({ part }) => part.notSupplied));
  const elsewhere = currentOn(spans.elsewhere, on);
  return {
    on,
    settings,
    directed: {
      min: sum(current, ({ directed }) => directed?.min ?? 0),
      max: sum(current, ({ directed }) => directed?.max ?? 0),
    },
    inWindow: sum(supplies, ({ part }) => part.suppliedNanograms),
    bySubstance: bySubstance(current, supplies),
    unconverted,
    notSupplied,
    atLeast: unconverted.length > 0 || notSupplied.length > 0 || elsewhere.length > 0,
    current,
    supplies,
    companions: currentOn(spans.companions, on),
    maintenance: currentOn(spans.maintenance, on),
    elsewhere,
    episode: lastEpisode(spans.opioids, settings),
  };
};

/**
 * One person's dose on one day, without building the segments of all other days; it agrees with `exposureOf`.
 *
 * Takes issues read under one factor table and the day; issues after it are not looked at. Answers ng OME a day as
 * directed and ng OME in the trailing window as supplied. What is refused never counts as 0: it stands in
 * `unconverted` or `notSupplied`, and `atLeast` says so. Rules and defaults: docs/method.md.
 *
 * @example One issue of 56 tablets, morphine 10 mg twice a day, on 1 Jan 2026; on 10 Jan 2026: directed
 * 20,000,000 to 20,000,000 ng a day, 560,000,000 ng in the window (6.222222 mg a day), since 1 Jan 2026.
 */
export const doseOn = (issues: readonly Issue[], on: Day, settings?: Partial<ExposureSettings>): Dose => {
  const all = exposureSettings(settings);
  return doseOfSpans(spansOf(issues, all, on), on, all);
};
