import type { Day } from "../calendar/day.ts";
import type { Opioid } from "../medicines/types.ts";
import type { Segment } from "./directed-segments.ts";
import type { Exposure } from "./exposure.ts";
import { milligrams } from "./milligrams.ts";
import type { SupplyStep } from "./supply-steps.ts";
import type { Unconverted } from "./types.ts";
import { distinctUnconverted } from "./unconverted.ts";

/** A stretch of days, from `from` up to but not on `to`, with nothing changing. Doses in mg OME a day. */
export interface TimelineRow {
  readonly from: Day;
  readonly to: Day;
  readonly directed: { readonly min: number; readonly max: number };
  readonly supplied: number;
  readonly bySubstance: readonly {
    readonly substance: Opioid;
    readonly directed: { readonly min: number; readonly max: number };
    readonly supplied: number;
  }[];
  readonly unconverted: readonly Unconverted[];
  readonly atLeast: boolean;
}

/** The days on which anything changes, in order. */
const changeDays = ({ segments, supply, elsewhere }: Exposure): readonly Day[] => {
  const days = new Set<Day>();
  for (const list of [segments, supply, elsewhere]) for (const { from, to } of list) days.add(from).add(to);
  return [...days].toSorted((a, b) => a - b);
};

const substances = (
  segment: Segment | undefined,
  step: SupplyStep | undefined,
  windowDays: number,
): TimelineRow["bySubstance"] => {
  const names = new Set<Opioid>();
  for (const { substance } of segment?.bySubstance ?? []) names.add(substance);
  for (const { substance } of step?.bySubstance ?? []) names.add(substance);
  return [...names].toSorted().map((substance) => {
    const band = segment?.bySubstance.find((it) => it.substance === substance);
    const supply = step?.bySubstance.find((it) => it.substance === substance);
    return {
      substance,
      directed: { min: milligrams(band?.min ?? 0), max: milligrams(band?.max ?? 0) },
      supplied: milligrams(supply?.inWindow ?? 0, windowDays),
    };
  });
};

const startedBy = <T extends { readonly from: Day }>(it: T | undefined, day: Day): T | undefined =>
  it !== undefined && it.from <= day ? it : undefined;

/**
 * Both curves of an exposure as one list of stretches, for a chart and its table: mg OME a day, rounded here, once.
 * The rows touch each other and reach into the days after the last issue, until its supply has left the window.
 */
export const timelineOf = (exposure: Exposure): readonly TimelineRow[] => {
  const { segments, supply, elsewhere, settings } = exposure;
  const days = changeDays(exposure);
  let [atSegment, atStep] = [0, 0];
  return days.slice(0, -1).map((from, i) => {
    while (atSegment < segments.length && segments[atSegment]!.to <= from) atSegment++;
    while (atStep < supply.length && supply[atStep]!.to <= from) atStep++;
    const segment = startedBy(segments[atSegment], from);
    const step = startedBy(supply[atStep], from);
    const unconverted = distinctUnconverted([...(segment?.unconverted ?? []), ...(step?.unconverted ?? [])]);
    return {
      from,
      to: days[i + 1]!,
      directed: { min: milligrams(segment?.directed.min ?? 0), max: milligrams(segment?.directed.max ?? 0) },
      supplied: milligrams(step?.inWindow ?? 0, settings.supplyWindowDays),
      bySubstance: substances(segment, step, settings.supplyWindowDays),
      unconverted,
      atLeast: unconverted.length > 0 || elsewhere.some((it) => it.from <= from && from < it.to),
    };
  });
};
