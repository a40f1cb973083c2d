import { currentSpans, opioidNames, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";

/** Two or more different opioids for pain are current; strengths and forms of one substance are one. */
export const moreThanOneOpioid: FindingRule<"more-than-one-opioid", { substances: number }> = {
  code: "more-than-one-opioid",
  title: "Two or more opioids",
  source: unpublished("A plain count, for review; no cut-off was found in print."),
  defaults: { substances: 2 },
  find: ({ dose }, { substances }) => {
    const certain = currentSpans(dose).filter(({ part }) => part.substance !== null);
    const opioids = opioidNames(certain);
    return opioids.length < substances ? null : { opioids, rows: rowsOf(certain) };
  },
};
