import type { FindingSource } from "./finding.ts";

const published = (key: string, citation: string, url: string): FindingSource => ({
  kind: "published",
  key,
  citation,
  url,
});

/** The publications that findings rest on, as they were read. */
export const OP_V2 = published(
  "OP-V2",
  "OpenPrescribing measure opioidper1000 (Bennett Institute, 2026), which follows the Faculty of Pain Medicine: 90 mg or more a day",
  "https://github.com/bennettoxford/openprescribing-v2",
);
export const FPM_KEY = published(
  "FPM-KEY",
  "Faculty of Pain Medicine, Opioids Aware key messages (2024 or earlier, read where quoted): above 120 mg a day",
  "https://lincolnshire-pacef.nhs.uk/resources/pain-star/raising-awareness",
);
export const MHRA_2020 = published(
  "MHRA20",
  "MHRA Drug Safety Update, September 2020, Opioids: risk of dependence and addiction: longer than 3 months",
  "https://www.gov.uk/drug-safety-update/opioids-risk-of-dependence-and-addiction",
);
export const BANGOR = published(
  "BANGOR",
  "Long-term, high-dose opioid prescription for chronic non-cancer pain in primary care, BJGP Open 2022 (BJGPO.2021.0217): a year or longer",
  "https://bjgpopen.org/content/6/4/BJGPO.2021.0217",
);
export const MHRA_BENZODIAZEPINES = published(
  "MHRA-BZD",
  "MHRA, Benzodiazepines and opioids reminder, March 2020 (read where NHSGGC reports it)",
  "https://ggcmedicines.org.uk/blog/?page=28",
);
export const NHSBSA = published(
  "NHSBSA",
  "NHSBSA and Health Innovation Wessex, Opioid Prescribing Comparators dashboard: Z-drugs are one of its five classes",
  "https://www.nhsbsa.nhs.uk/access-our-data-products/epact2/dashboards-and-specifications/opioid-prescribing-comparators-dashboard",
);
export const MHRA_GABAPENTIN = published(
  "MHRA-GABA",
  "MHRA, Gabapentin: risk of severe respiratory depression, October 2017 (read where palliativedrugs.com reports it)",
  "https://palliativedrugs.com/news/october/gabapentin-risk-of-severe-respiratory-depression.html",
);
export const MHRA_PREGABALIN = published(
  "MHRA-PREG",
  "MHRA, Pregabalin (Lyrica): reports of severe respiratory depression, 2021",
  "https://gov.uk/drug-safety-update/pregabalin-lyrica-reports-of-severe-respiratory-depression",
);
export const OP_REPO = published(
  "OP-REPO",
  "OpenPrescribing, wear times of opioid patches in views/vw__opioids_total_dmd.sql (Bennett Institute, 2025)",
  "https://github.com/ebmdatalab/openprescribing",
);
export const FPM_ACUTE = published(
  "FPM-ACUTE",
  "Faculty of Pain Medicine, Substance misuse: acute pain management: confirm the dose with those who supply it",
  "https://fpm.ac.uk/opioids-aware-opioids-addiction/substance-misuse-acute-pain-management",
);
export const LANARKSHIRE = published(
  "LANARK",
  "NHS Lanarkshire joint adult formulary, Opioid dependence: for people on buprenorphine contact the addiction service",
  "https://rightdecisions.scot.nhs.uk/nhsl-medicines-guidance/joint-adult-formulary/chapter-4-central-nervous-system/drugs-used-in-substance-dependence/opioid-dependence",
);

/** For a rule, or a cut-off, that nobody has published. */
export const unpublished = (why: string): FindingSource => ({ kind: "none", why });
