import { formatDay } from "../calendar/day.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";

/** Less was issued than the directions ask for at least, over the window and from collection to collection. */
export const supplyBehind: FindingRule<"supply-behind", { timesDirectedMin: number }> = {
  code: "supply-behind",
  title: "Supply is running behind the directions",
  source: unpublished("No cut-off was found in print. 0.8: one fifth less than the least directed."),
  defaults: { timesDirectedMin: 0.8 },
  find: ({ stretches }, { timesDirectedMin }) => {
    const behind = stretches().filter((it) => it.complete && it.supplied < timesDirectedMin * it.directedMin);
    if (behind.length === 0) return null;
    return {
      substances: behind.map((it) => ({
        substance: it.substance,
        from: formatDay(it.from),
        to: formatDay(it.to),
        days: it.days,
        collections: it.collections,
        suppliedMg: milligrams(it.supplied),
        directedMinMg: milligrams(it.directedMin),
      })),
      rows: rowsOf(behind.flatMap((it) => it.spans)),
    };
  },
};
