import type { Day } from "../calendar/day.ts";
import { doseOfSpans } from "../exposure/dose-on.ts";
import { exposureSettings, type ExposureSettings } from "../exposure/settings.ts";
import { spansOf } from "../exposure/spans.ts";
import type { Issue, PersonDetails } from "../exposure/types.ts";
import type { FindingContext } from "./finding.ts";
import { stretchesOf, type SupplyStretch } from "./supply-stretch.ts";

/**
 * What the rules look at: one person's issues of all products, up to and on the day `on`. `dataFrom` is the first day
 * that the data as a whole cover, so that a first issue can be told from the first one seen; null where not known.
 */
export const findingContext = (
  details: PersonDetails,
  issues: readonly Issue[],
  on: Day,
  settings?: Partial<ExposureSettings>,
  dataFrom: Day | null = null,
): FindingContext => {
  const all = exposureSettings(settings);
  const spans = spansOf(issues, all, on);
  let firstRecord: Day | null = null;
  for (const { day } of issues) if (day <= on && (firstRecord === null || day < firstRecord)) firstRecord = day;
  const dose = doseOfSpans(spans, on, all);
  let stretches: readonly SupplyStretch[] | null = null;
  return {
    details,
    on,
    spans,
    dose,
    exposureSettings: all,
    firstRecord,
    dataFrom,
    stretches: () => (stretches ??= stretchesOf(spans.opioids, dose)),
  };
};
