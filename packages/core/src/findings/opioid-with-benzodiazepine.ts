import type { FindingRule } from "./finding.ts";
import { MHRA_BENZODIAZEPINES } from "./sources.ts";
import { withCompanion } from "./with-companion.ts";

/** An opioid and a benzodiazepine are current at the same time. */
export const opioidWithBenzodiazepine: FindingRule<"opioid-with-benzodiazepine", Record<never, never>> = {
  code: "opioid-with-benzodiazepine",
  title: "Opioid with a benzodiazepine",
  source: MHRA_BENZODIAZEPINES,
  defaults: {},
  find: (context) => withCompanion(context, "benzodiazepine"),
};
