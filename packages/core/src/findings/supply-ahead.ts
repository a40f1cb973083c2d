import { formatDay } from "../calendar/day.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";
import type { SupplyStretch } from "./supply-stretch.ts";

/** Mean days by which collections came before the supply at the most directed would have run out. */
const averageDaysEarly = ({ supplied, directedMax, days, collections }: SupplyStretch): number =>
  Math.round((((supplied - directedMax) / directedMax) * days * 10) / collections) / 10;

/**
 * More was issued than the directions allow at most, over the window and from collection to collection. Judged only
 * where the directions were current, and read, on every day of it: never soon after a start.
 */
export const supplyAhead: FindingRule<"supply-ahead", { timesDirectedMax: number }> = {
  code: "supply-ahead",
  title: "Supply is running ahead of the directions",
  source: unpublished("No cut-off was found in print. 1.2: one fifth more than the most directed."),
  defaults: { timesDirectedMax: 1.2 },
  find: ({ stretches }, { timesDirectedMax }) => {
    const ahead = stretches().filter(
      (it) => it.complete && it.everyDay && it.supplied > timesDirectedMax * it.directedMax && it.directedMax > 0,
    );
    if (ahead.length === 0) return null;
    return {
      substances: ahead.map((it) => ({
        substance: it.substance,
        from: formatDay(it.from),
        to: formatDay(it.to),
        days: it.days,
        collections: it.collections,
        suppliedMg: milligrams(it.supplied),
        directedMaxMg: milligrams(it.directedMax),
        averageDaysEarly: averageDaysEarly(it),
      })),
      rows: rowsOf(ahead.flatMap((it) => it.spans)),
    };
  },
};
