import type { FindingRule } from "./finding.ts";
import { NHSBSA } from "./sources.ts";
import { withCompanion } from "./with-companion.ts";

/** An opioid and a Z-drug are current at the same time. */
export const opioidWithZDrug: FindingRule<"opioid-with-z-drug", Record<never, never>> = {
  code: "opioid-with-z-drug",
  title: "Opioid with a Z-drug",
  source: NHSBSA,
  defaults: {},
  find: (context) => withCompanion(context, "z-drug"),
};
