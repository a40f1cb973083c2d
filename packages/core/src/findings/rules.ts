import type { FindingContext, Finding, FindingRule, ThresholdValues } from "./finding.ts";
import { highDoseStart } from "./high-dose-start.ts";
import { highDose } from "./high-dose.ts";
import { inheritedOnRegistration } from "./inherited-on-registration.ts";
import { longTermUse } from "./long-term-use.ts";
import { maintenanceTreatment } from "./maintenance-treatment.ts";
import { moreThanOneOpioid } from "./more-than-one-opioid.ts";
import { noIssueLately } from "./no-issue-lately.ts";
import { opioidWithBenzodiazepine } from "./opioid-with-benzodiazepine.ts";
import { opioidWithGabapentinoid } from "./opioid-with-gabapentinoid.ts";
import { opioidWithZDrug } from "./opioid-with-z-drug.ts";
import { patchWearConflict } from "./patch-wear-conflict.ts";
import { recordedElsewhereOnly } from "./recorded-elsewhere-only.ts";
import { risingDose } from "./rising-dose.ts";
import { supplyAhead } from "./supply-ahead.ts";
import { supplyBehind } from "./supply-behind.ts";
import { unreadableDirections } from "./unreadable-directions.ts";
import { weakOpioidWithBuprenorphineMaintenance } from "./weak-opioid-with-buprenorphine-maintenance.ts";

const RULES = [
  highDose,
  risingDose,
  highDoseStart,
  inheritedOnRegistration,
  longTermUse,
  moreThanOneOpioid,
  opioidWithBenzodiazepine,
  opioidWithZDrug,
  opioidWithGabapentinoid,
  maintenanceTreatment,
  weakOpioidWithBuprenorphineMaintenance,
  supplyAhead,
  supplyBehind,
  patchWearConflict,
  unreadableDirections,
  recordedElsewhereOnly,
  noIssueLately,
] as const;

const titleWith = (title: string, thresholds: ThresholdValues): string =>
  title.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(thresholds[name]));

/** Every rule, in the fixed order in which findings stand: by what they are about, not by weight. */
export const FINDING_RULES: readonly Omit<FindingRule, "find">[] = (RULES as unknown as readonly FindingRule[]).map(
  ({ code, title, source, alsoSee = [], defaults }) => ({
    code,
    title: titleWith(title, defaults),
    source,
    alsoSee,
    defaults,
  }),
);

/** Thresholds to change, by the code of the finding. */
export type FindingSettings = {
  readonly [R in (typeof RULES)[number] as R["code"]]?: Partial<R["defaults"]>;
};

const apply = (rule: FindingRule, context: FindingContext, changed?: Partial<ThresholdValues>): Finding | null => {
  const thresholds = changed === undefined ? rule.defaults : ({ ...rule.defaults, ...changed } as ThresholdValues);
  const evidence = rule.find(context, thresholds);
  if (evidence === null) return null;
  return { code: rule.code, title: titleWith(rule.title, thresholds), source: rule.source, thresholds, evidence };
};

/**
 * What a clinician should look at in one person's record on one day, each with its source, its thresholds and the
 * rows that prove it, in the order of `FINDING_RULES`. No score, no rank, no label.
 */
export const findingsOf = (context: FindingContext, settings: FindingSettings = {}): readonly Finding[] =>
  RULES.map((rule) => apply(rule as unknown as FindingRule, context, settings[rule.code])).filter((it) => it !== null);
