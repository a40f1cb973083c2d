import { currentSpans, opioidNames, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";

/** An opioid that another service supplies, and that this practice does not issue at the time: not in the dose. */
export const recordedElsewhereOnly: FindingRule<"recorded-elsewhere-only", Record<never, never>> = {
  code: "recorded-elsewhere-only",
  title: "Opioid recorded elsewhere only",
  source: unpublished("A fact of the record: what another service supplies is not in the dose."),
  defaults: {},
  find: ({ dose }) => {
    const issuedHere = new Set(opioidNames(currentSpans(dose)));
    const only = dose.elsewhere.filter((span) => !issuedHere.has(opioidNames([span])[0] ?? ""));
    return only.length === 0 ? null : { opioids: opioidNames(only), rows: rowsOf(only) };
  },
};
