import { directedSegments, type Segment } from "./directed-segments.ts";
import {
  companionIntervals,
  elsewhereIntervals,
  maintenanceIntervals,
  type CompanionInterval,
  type ElsewhereInterval,
  type MaintenanceInterval,
} from "./intervals.ts";
import { exposureSettings, type ExposureSettings } from "./settings.ts";
import { spansOf } from "./spans.ts";
import { supplySteps, type SupplyStep } from "./supply-steps.ts";
import type { Issue } from "./types.ts";

/** One person's opioids over time, by two methods that are never mixed. */
export interface Exposure {
  readonly settings: ExposureSettings;
  /** As directed. */
  readonly segments: readonly Segment[];
  /** As supplied. */
  readonly supply: readonly SupplyStep[];
  readonly companions: readonly CompanionInterval[];
  readonly maintenance: readonly MaintenanceInterval[];
  readonly elsewhere: readonly ElsewhereInterval[];
}

/**
 * What one person was directed to take and was supplied, over time.
 *
 * Takes a person's issues, all read under one factor table, in any order within a day (unsorted issues are sorted),
 * and days for each setting. Answers ng OME a day for the directed band and ng OME in the trailing window for the
 * supply. Refused parts never count as 0: they stand beside the totals as `unconverted`. Time is linear in the number
 * of issues, but for one sort of numbers. Rules and defaults: docs/method.md.
 *
 * @example One issue of 56 tablets, morphine 10 mg twice a day, on 1 Jan 2026: one segment of 20,000,000 to
 * 20,000,000 ng a day from 1 Jan, running out on 29 Jan, current with its grace until 26 Feb; one supply step of
 * 560,000,000 ng from 1 Jan up to 1 Apr, which is 6.222222 mg a day.
 */
export const exposureOf = (issues: readonly Issue[], settings?: Partial<ExposureSettings>): Exposure => {
  const all = exposureSettings(settings);
  const spans = spansOf(issues, all);
  return {
    settings: all,
    segments: directedSegments(spans.opioids),
    supply: supplySteps(spans.opioids, all.supplyWindowDays),
    companions: companionIntervals(spans.companions),
    maintenance: maintenanceIntervals(spans.maintenance),
    elsewhere: elsewhereIntervals(spans.elsewhere),
  };
};
