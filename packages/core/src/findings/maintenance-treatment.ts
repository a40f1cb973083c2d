import { opioidNames, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { FPM_ACUTE } from "./sources.ts";

/** Opioid maintenance treatment (BNF 4.10) is on record and current: shown, never part of the dose. */
export const maintenanceTreatment: FindingRule<"maintenance-treatment", Record<never, never>> = {
  code: "maintenance-treatment",
  title: "Opioid maintenance treatment",
  source: FPM_ACUTE,
  defaults: {},
  find: ({ dose: { maintenance } }) =>
    maintenance.length === 0 ? null : { opioids: opioidNames(maintenance), rows: rowsOf(maintenance) },
};
