/** The planned products. OME figures are written down here, apart from the service's own tables, so that finding them again is a test. */
export type Substance =
  | "codeine"
  | "dihydrocodeine"
  | "tramadol"
  | "morphine"
  | "oxycodone"
  | "tapentadol"
  | "buprenorphine"
  | "fentanyl"
  | "methadone";

export type Form = "tablet" | "capsule" | "ml" | "patch" | "puff" | "sachet" | "application" | "injection";

export interface Product {
  readonly name: string;
  /** dm+d VMP code; empty where the facts have none. */
  readonly code: string;
  readonly form: Form;
  readonly brands: readonly string[];
}

export interface OpioidProduct extends Product {
  readonly substance: Substance;
  /** Micrograms of oral morphine for one tablet, one ml, or a day of wearing one patch; null where the UK table has no factor. */
  readonly omeMicrograms: number | null;
  /** Hours that a patch is licensed to be worn. */
  readonly wearHours: number | null;
  readonly modified: boolean;
  readonly maintenance: boolean;
}

/** Tenths of a mg of oral morphine for one mg by mouth: FPM/BNF 2020. */
const TENTHS: Record<string, number> = {
  codeine: 1,
  dihydrocodeine: 1,
  tramadol: 1,
  morphine: 10,
  oxycodone: 15,
  tapentadol: 4,
};

type Brands = readonly string[];

const oral = (
  substance: Substance,
  mg: number,
  form: Form,
  name: string,
  code: string,
  brands: Brands = [],
): OpioidProduct => ({
  name,
  code,
  form,
  brands,
  substance,
  omeMicrograms: mg * (TENTHS[substance] ?? 0) * 100,
  wearHours: null,
  modified: name.includes("modified-release"),
  maintenance: false,
});

/** The patch tables give mg of oral morphine a day for each strength. */
const patch = (
  substance: Substance,
  mgPerDay: number,
  wearHours: number,
  name: string,
  code: string,
  brands: Brands,
): OpioidProduct => ({
  name,
  code,
  form: "patch",
  brands,
  substance,
  omeMicrograms: mgPerDay * 1000,
  wearHours,
  modified: true,
  maintenance: false,
});

const unconverted = (
  substance: Substance,
  form: Form,
  name: string,
  code: string,
  maintenance: boolean,
  brands: Brands = [],
): OpioidProduct => ({
  name,
  code,
  form,
  brands,
  substance,
  omeMicrograms: null,
  wearHours: null,
  modified: false,
  maintenance,
});

const PATCH = "transdermal patches";

export const OPIOIDS = {
  codeine15: oral("codeine", 15, "tablet", "Codeine 15mg tablets", "42010311000001103"),
  codeine30: oral("codeine", 30, "tablet", "Codeine 30mg tablets", "42010411000001105"),
  codeine60: oral("codeine", 60, "tablet", "Codeine 60mg tablets", "42010511000001109"),
  coCodamol8: oral("codeine", 8, "tablet", "Co-codamol 8mg/500mg tablets", "42010211000001106"),
  coCodamol15: oral("codeine", 15, "tablet", "Co-codamol 15mg/500mg tablets", "3805611000001109", [
    "Codipar 15mg/500mg tablets",
  ]),
  coCodamol30: oral("codeine", 30, "tablet", "Co-codamol 30mg/500mg tablets", "42009811000001101", [
    "Zapain 30mg/500mg tablets",
    "Solpadol 30mg/500mg caplets",
  ]),
  coCodamol30caps: oral("codeine", 30, "capsule", "Co-codamol 30mg/500mg capsules", "42009511000001104", [
    "Zapain 30mg/500mg capsules",
    "Tylex 30mg/500mg capsules",
  ]),
  dihydrocodeine30: oral("dihydrocodeine", 30, "tablet", "Dihydrocodeine 30mg tablets", "39708511000001104"),
  dihydrocodeine60: oral(
    "dihydrocodeine",
    60,
    "tablet",
    "Dihydrocodeine 60mg modified-release tablets",
    "39112411000001109",
    ["DHC Continus 60mg tablets"],
  ),
  coDydramol10: oral("dihydrocodeine", 10, "tablet", "Co-dydramol 10mg/500mg tablets", "42010611000001108"),
  tramadol50: oral("tramadol", 50, "capsule", "Tramadol 50mg capsules", "42017811000001106", [
    "Zydol 50mg capsules",
    "Zamadol 50mg capsules",
  ]),
  tramadol100: oral("tramadol", 100, "tablet", "Tramadol 100mg modified-release tablets", "35920311000001103", [
    "Mabron 100mg modified-release tablets",
  ]),
  tramadol150: oral("tramadol", 150, "tablet", "Tramadol 150mg modified-release tablets", "35920611000001108", [
    "Mabron 150mg modified-release tablets",
  ]),
  tramadol200: oral("tramadol", 200, "tablet", "Tramadol 200mg modified-release tablets", "35920811000001107"),
  morphine5: oral("morphine", 5, "tablet", "Morphine 5mg modified-release tablets", "36127511000001108", [
    "MST Continus 5mg tablets",
  ]),
  morphine10: oral("morphine", 10, "tablet", "Morphine 10mg modified-release tablets", "36126511000001106", [
    "MST Continus 10mg tablets",
    "Morphgesic SR 10mg tablets",
  ]),
  morphine15: oral("morphine", 15, "tablet", "Morphine 15mg modified-release tablets", "36126811000001109", [
    "MST Continus 15mg tablets",
  ]),
  morphine30: oral("morphine", 30, "tablet", "Morphine 30mg modified-release tablets", "36127311000001102", [
    "MST Continus 30mg tablets",
    "Morphgesic SR 30mg tablets",
  ]),
  morphine60: oral("morphine", 60, "tablet", "Morphine 60mg modified-release tablets", "36127711000001103", [
    "MST Continus 60mg tablets",
  ]),
  morphine100: oral("morphine", 100, "tablet", "Morphine 100mg modified-release tablets", "36126211000001108", [
    "MST Continus 100mg tablets",
  ]),
  zomorph10: oral("morphine", 10, "capsule", "Morphine 10mg modified-release capsules", "36126411000001107", [
    "Zomorph 10mg modified-release capsules",
  ]),
  zomorph30: oral("morphine", 30, "capsule", "Morphine 30mg modified-release capsules", "36127211000001105", [
    "Zomorph 30mg modified-release capsules",
  ]),
  zomorph60: oral("morphine", 60, "capsule", "Morphine 60mg modified-release capsules", "36127611000001107", [
    "Zomorph 60mg modified-release capsules",
  ]),
  sevredol10: oral("morphine", 10, "tablet", "Morphine 10mg tablets", "42014811000001102", ["Sevredol 10mg tablets"]),
  oramorph: oral("morphine", 2, "ml", "Morphine sulfate 10mg/5ml oral solution", "36128311000001101", [
    "Oramorph 10mg/5ml oral solution",
  ]),
  oxycodone5mr: oral("oxycodone", 5, "tablet", "Oxycodone 5mg modified-release tablets", "36131011000001107", [
    "Longtec 5mg modified-release tablets",
  ]),
  oxycodone10mr: oral("oxycodone", 10, "tablet", "Oxycodone 10mg modified-release tablets", "36129511000001101", [
    "Longtec 10mg modified-release tablets",
    "OxyContin 10mg modified-release tablets",
  ]),
  oxycodone20mr: oral("oxycodone", 20, "tablet", "Oxycodone 20mg modified-release tablets", "36130411000001107", [
    "Longtec 20mg modified-release tablets",
    "OxyContin 20mg modified-release tablets",
  ]),
  oxycodone30mr: oral("oxycodone", 30, "tablet", "Oxycodone 30mg modified-release tablets", "36130711000001101", [
    "Longtec 30mg modified-release tablets",
  ]),
  oxycodone40mr: oral("oxycodone", 40, "tablet", "Oxycodone 40mg modified-release tablets", "36130911000001104", [
    "Longtec 40mg modified-release tablets",
    "OxyContin 40mg modified-release tablets",
  ]),
  oxycodone60mr: oral("oxycodone", 60, "tablet", "Oxycodone 60mg modified-release tablets", "36131311000001105", [
    "Longtec 60mg modified-release tablets",
    "OxyContin 60mg modified-release tablets",
  ]),
  oxycodone80mr: oral("oxycodone", 80, "tablet", "Oxycodone 80mg modified-release tablets", "36131511000001104", [
    "Longtec 80mg modified-release tablets",
  ]),
  shortec5: oral("oxycodone", 5, "capsule", "Oxycodone 5mg capsules", "42016011000001103", [
    "Shortec 5mg capsules",
    "OxyNorm 5mg capsules",
  ]),
  shortec10: oral("oxycodone", 10, "capsule", "Oxycodone 10mg capsules", "42015811000001101", [
    "Shortec 10mg capsules",
  ]),
  tapentadol50: oral("tapentadol", 50, "tablet", "Tapentadol 50mg modified-release tablets", "18672211000001103", [
    "Palexia SR 50mg tablets",
  ]),
  tapentadol100: oral("tapentadol", 100, "tablet", "Tapentadol 100mg modified-release tablets", "18671811000001106", [
    "Palexia SR 100mg tablets",
  ]),
  tapentadol200: oral("tapentadol", 200, "tablet", "Tapentadol 200mg modified-release tablets", "18672011000001108", [
    "Palexia SR 200mg tablets",
  ]),
  buprenorphine5: patch("buprenorphine", 12, 168, `Buprenorphine 5micrograms/hour ${PATCH}`, "9567211000001104", [
    `Butec 5micrograms/hour ${PATCH}`,
    `BuTrans 5micrograms/hour ${PATCH}`,
  ]),
  buprenorphine10: patch("buprenorphine", 24, 168, `Buprenorphine 10micrograms/hour ${PATCH}`, "9567411000001100", [
    `Butec 10micrograms/hour ${PATCH}`,
    `BuTrans 10micrograms/hour ${PATCH}`,
  ]),
  buprenorphine20: patch("buprenorphine", 48, 168, `Buprenorphine 20micrograms/hour ${PATCH}`, "9567311000001107", [
    `Butec 20micrograms/hour ${PATCH}`,
    `Sevodyne 20micrograms/hour ${PATCH}`,
  ]),
  transtec35: patch("buprenorphine", 84, 96, `Buprenorphine 35micrograms/hour ${PATCH}`, "35913711000001103", [
    `Transtec 35micrograms/hour ${PATCH}`,
  ]),
  transtec70: patch("buprenorphine", 168, 96, `Buprenorphine 70micrograms/hour ${PATCH}`, "35913911000001101", [
    `Transtec 70micrograms/hour ${PATCH}`,
  ]),
  hapoctasin35: patch("buprenorphine", 84, 72, `Buprenorphine 35micrograms/hour ${PATCH}`, "35913711000001103", [
    `Hapoctasin 35micrograms/hour ${PATCH}`,
  ]),
  fentanyl12: patch("fentanyl", 30, 72, `Fentanyl 12micrograms/hour ${PATCH}`, "9752311000001101", [
    `Matrifen 12micrograms/hour ${PATCH}`,
  ]),
  fentanyl25: patch("fentanyl", 60, 72, `Fentanyl 25micrograms/hour ${PATCH}`, "36120011000001101", [
    `Matrifen 25micrograms/hour ${PATCH}`,
  ]),
  fentanyl50: patch("fentanyl", 120, 72, `Fentanyl 50micrograms/hour ${PATCH}`, "36120211000001106", [
    `Durogesic DTrans 50micrograms/hour ${PATCH}`,
  ]),
  fentanyl75: patch("fentanyl", 180, 72, `Fentanyl 75micrograms/hour ${PATCH}`, "36120311000001103", [
    `Matrifen 75micrograms/hour ${PATCH}`,
  ]),
  fentanyl100: patch("fentanyl", 240, 72, `Fentanyl 100micrograms/hour ${PATCH}`, "36119911000001103", [
    `Matrifen 100micrograms/hour ${PATCH}`,
  ]),
  methadone5: unconverted("methadone", "tablet", "Methadone 5mg tablets", "42385311000001106", false, [
    "Physeptone 5mg tablets",
  ]),
  methadoneSolution: unconverted("methadone", "ml", "Methadone 1mg/ml oral solution", "", true),
  buprenorphine2: unconverted("buprenorphine", "tablet", "Buprenorphine 2mg sublingual tablets", "", true),
  buprenorphine8: unconverted("buprenorphine", "tablet", "Buprenorphine 8mg sublingual tablets", "", true),
  espranor8: unconverted("buprenorphine", "tablet", "Espranor 8mg oral lyophilisate", "", true),
} as const satisfies Record<string, OpioidProduct>;
