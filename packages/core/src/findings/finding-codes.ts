/** Every finding by its code, in the fixed order in which findings stand: by what they are about, not by weight. */
export const FINDING_CODES = [
  "high-dose",
  "rising-dose",
  "high-dose-start",
  "inherited-on-registration",
  "long-term-use",
  "more-than-one-opioid",
  "opioid-with-benzodiazepine",
  "opioid-with-z-drug",
  "opioid-with-gabapentinoid",
  "maintenance-treatment",
  "weak-opioid-with-buprenorphine-maintenance",
  "supply-ahead",
  "supply-behind",
  "patch-wear-conflict",
  "unreadable-directions",
  "recorded-elsewhere-only",
  "no-issue-lately",
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];
