import { addDays, formatDay, type Day } from "../calendar/day.ts";
import { doseOfSpans, type Dose } from "../exposure/dose-on.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { currentSpans, rowsOf } from "./evidence.ts";
import type { FindingContext, FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";
import { stretchesOf } from "./supply-stretch.ts";

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
const steadySupply = ({ spans, exposureSettings }: FindingContext, dose: Dose): number | null => {
  if (dose.episode === null || dose.atLeast) return null;
  const { since } = dose.episode;
  const current = currentSpans(dose);
  const stretches = stretchesOf(spans.opioids, current, since, dose.on, exposureSettings.supplyWindowDays);
  const substances = new Set(current.map(({ part }) => part.substance));
  if (stretches.length !== substances.size || stretches.some((it) => !it.complete)) return null;
  return stretches.reduce((sum, { supplied, days }) => sum + Math.round(supplied / days), 0);
};

const earlierDose = ({ spans, exposureSettings }: FindingContext, day: Day): Dose =>
  doseOfSpans({ ...spans, opioids: spans.opioids.filter(({ from }) => from <= day) }, day, exposureSettings);

const riseOf = (context: FindingContext, earlier: Dose, thresholds: Thresholds): { by: string; rise: Rise } | null => {
  const directed = { earlier: earlier.directed.max, now: context.dose.directed.max };
  // What had no number then may only have got one since.
  if (earlier.unconverted.length === 0 && isRise(directed, thresholds)) return { by: "directed", rise: directed };
  const [before, now] = [steadySupply(context, earlier), steadySupply(context, context.dose)];
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
