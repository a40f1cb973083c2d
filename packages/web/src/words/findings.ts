import type { FindingCode } from "@concord/exchange/api";

/** Every finding that the service knows: one more or one less does not compile. */
const KNOWN = {
  "high-dose": true,
  "rising-dose": true,
  "high-dose-start": true,
  "inherited-on-registration": true,
  "long-term-use": true,
  "more-than-one-opioid": true,
  "opioid-with-benzodiazepine": true,
  "opioid-with-z-drug": true,
  "opioid-with-gabapentinoid": true,
  "maintenance-treatment": true,
  "weak-opioid-with-buprenorphine-maintenance": true,
  "supply-ahead": true,
  "supply-behind": true,
  "patch-wear-conflict": true,
  "unreadable-directions": true,
  "recorded-elsewhere-only": true,
  "no-issue-lately": true,
} satisfies Record<FindingCode, true>;

/** Findings in the order in which they are shown: by what they are about, not by weight. */
export const FINDINGS = Object.keys(KNOWN) as readonly FindingCode[];
