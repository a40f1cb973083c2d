import type { FindingRule } from "./finding.ts";
import { MHRA_GABAPENTIN, MHRA_PREGABALIN } from "./sources.ts";
import { withCompanion } from "./with-companion.ts";

/** An opioid and a gabapentinoid are current at the same time. */
export const opioidWithGabapentinoid: FindingRule<"opioid-with-gabapentinoid", Record<never, never>> = {
  code: "opioid-with-gabapentinoid",
  title: "Opioid with a gabapentinoid",
  source: MHRA_GABAPENTIN,
  alsoSee: [MHRA_PREGABALIN],
  defaults: {},
  find: (context) => withCompanion(context, "gabapentinoid"),
};
