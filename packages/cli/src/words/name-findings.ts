import type { FindingCode } from "@concord/core";

type Filter = "high-dose-120" | "long-term-use-12" | "everyone" | "now" | "sedating" | "not-computed";

/** What a finding is called on a chip: short, a fact, never a name for a person. */
const NAMES_BY_CODE: Readonly<Record<FindingCode | Filter, string>> = {
  "high-dose": "90 mg or more",
  "high-dose-120": "120 mg or more",
  "rising-dose": "dose has risen",
  "long-term-use": "3 months or longer",
  "long-term-use-12": "12 months or longer",
  "more-than-one-opioid": "two or more opioids",
  "opioid-with-benzodiazepine": "with a benzodiazepine",
  "opioid-with-z-drug": "with a Z‑drug",
  "opioid-with-gabapentinoid": "with a gabapentinoid",
  "supply-ahead": "supply running ahead",
  "supply-behind": "supply running behind",
  "high-dose-start": "started at 90 mg or more",
  "inherited-on-registration": "inherited on registration",
  "patch-wear-conflict": "patch interval",
  "recorded-elsewhere-only": "recorded elsewhere only",
  "maintenance-treatment": "maintenance treatment",
  "weak-opioid-with-buprenorphine-maintenance": "weak opioid with buprenorphine",
  "unreadable-directions": "directions to be read",
  "no-issue-lately": "no issue lately",
  everyone: "everyone",
  now: "an opioid current now",
  sedating: "a sedating medicine too",
  "not-computed": "something not computed",
};

const NAMES: Readonly<Record<string, string>> = NAMES_BY_CODE;

/** Their order on the page: by what they are about, as the rules stand, not by weight. */
export const placeOfFinding = (code: string): number => {
  const place = Object.keys(NAMES).indexOf(code);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
};

/** A finding's short name; its code with spaces where it has none yet. */
export const nameFinding = (code: string): string => NAMES[code] ?? code.replaceAll("-", " ");

/** The same at the start of a line: "With a gabapentinoid". */
export const titleFinding = (code: string): string =>
  nameFinding(code).replace(/^[a-z]/, (first) => first.toUpperCase());
