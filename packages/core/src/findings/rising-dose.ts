import { addDays, formatDay, type Day } from "../calendar/day.ts";
import { doseOfSpans, type Dose } from "../exposure/dose-on.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { currentSpans, rowsOf } from "./evidence.ts";
import type { FindingContext, FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";
import { stretchesOf, type SupplyStretch } from "./supply-stretch.ts";

interface Rise {
  readonly earlier: number;
  readonly now: number;
}

type Thresholds = { percent: number; mgPerDay: number; days: number };

const NANOGRAMS = 1_000_000;

const isRise = ({ earlier, now }: Rise, { percent, mgPerDay }: Thresholds): boolean =>
  earlier > 0 && (now - earlier) * 100 >= earlier * percent && now - earlier >= mgPerDay * NANOGRAMS;

/**
 * Supply, ng a day, from collection to collection; null where any current substance cannot be judged. The plain
 * figure over the window would swing with three or four monthly collections falling into it.
 */
const steadySupply = (dose: Dose, stretches: () => readonly SupplyStretch[]): number | null => {
  if (dose.atLeast) return null;
  const substances = new Set(dose.current.map(({ span }) => span.part.substance));
  const all = stretches();
  if (all.length !== substances.size || all.some((it) => !it.complete)) return null;
  return all.reduce((sum, { supplied, days }) => sum + Math.round(supplied / days), 0);
};

const earlierDose = ({ spans, exposureSettings }: FindingContext, day: Day): Dose =>
  doseOfSpans({ ...spans, opioids: spans.opioids.filter(({ from }) => from <= day) }, day, exposureSettings);

const riseOf = (context: FindingContext, earlier: Dose, thresholds: Thresholds): { by: string; rise: Rise } | null => {
  const directed = { earlier: earlier.directed.max, now: context.dose.directed.max };
  // What had no number then, or came from elsewhere, may only have got one, or come here, since.
  const complete = earlier.unconverted.length === 0 && earlier.elsewhere.length === 0;
  if (complete && isRise(directed, thresholds)) return { by: "directed", rise: directed };
  const before = steadySupply(earlier, () => stretchesOf(context.spans.opioids, earlier));
  const now = before === null ? null : steadySupply(context.dose, context.stretches);
  if (before === null || now === null || !isRise({ earlier: before, now }, thresholds)) return null;
  return { by: "supplied", rise: { earlier: before, now } };
};

/** The dose is higher than half a year before, by share and by mg; a start is no rise. */
export const risingDose: FindingRule<"rising-dose", Thresholds> = {
  code: "rising-dose",
  title: "Dose has risen over half a year",
  source: unpublished("No cut-off was found in print. 30 % and 15 mg a day within 182 days."),
  defaults: { percent: 30, mgPerDay: 15, days: 182 },
  find: (context, thresholds) => {
    if (context.dose.current.length === 0) return null;
    const day = addDays(context.on, -thresholds.days);
    const earlier = earlierDose(context, day);
    const found = riseOf(context, earlier, thresholds);
    if (found === null) return null;
    return {
      by: found.by,
      earlierOn: formatDay(day),
      earlierMgPerDay: milligrams(found.rise.earlier),
      nowMgPerDay: milligrams(found.rise.now),
      rows: rowsOf([...currentSpans(earlier), ...currentSpans(context.dose)]),
    };
  },
};
