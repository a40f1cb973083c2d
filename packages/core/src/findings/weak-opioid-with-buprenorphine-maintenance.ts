import { currentSpans, opioidNames, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { LANARKSHIRE } from "./sources.ts";

/** A weak opioid for pain while buprenorphine maintenance treatment is current: a case for the addiction service. */
export const weakOpioidWithBuprenorphineMaintenance: FindingRule<
  "weak-opioid-with-buprenorphine-maintenance",
  { weak: readonly string[] }
> = {
  code: "weak-opioid-with-buprenorphine-maintenance",
  title: "Weak opioid with buprenorphine maintenance treatment",
  source: LANARKSHIRE,
  defaults: { weak: ["codeine", "dihydrocodeine", "tramadol"] },
  find: ({ dose }, { weak }) => {
    const buprenorphine = dose.maintenance.filter(({ part }) => part.substance === "buprenorphine");
    const weakOpioids = [...currentSpans(dose), ...dose.elsewhere].filter(
      ({ part }) => part.substance !== null && weak.includes(part.substance),
    );
    if (buprenorphine.length === 0 || weakOpioids.length === 0) return null;
    return { opioids: opioidNames(weakOpioids), rows: rowsOf([...weakOpioids, ...buprenorphine]) };
  },
};
