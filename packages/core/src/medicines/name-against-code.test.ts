import { describe, expect, it } from "vitest";
import { identify } from "./identify.ts";
import { coded } from "./say-identification.test-cast.ts";

const dmd = (name: string, code: string): string => coded(name, { system: "http://snomed.info/sct", code });
const TRAMADOL_50 = "42017811000001106";
const TRAMADOL_MR_50 = "35940111000001103";
const MORPHINE_TABLETS_10 = "42014811000001102";
const MORPHINE_AMPOULES_10 = "36128211000001109";
const MORPHINE_SOLUTION_10 = "36128311000001101";
const MST_5 = "922411000001105";
const FENTANYL_25 = "36120011000001101";
const FENTANYL_12 = "9752311000001101";
const DIAMORPHINE_AMPOULES_10 = "42011311000001108";
const KAOLIN_AND_MORPHINE = "14610811000001109";
const PATCH_25 = "fentanyl, 25 micrograms/hour, transdermal, transdermal, patch";

describe("release", () => {
  it.each([
    ["a silent name agrees with modified", "Tramadol 50mg capsules", TRAMADOL_MR_50, "tramadol, 50 mg, modified"],
    ["both modified", "Tramadol 50mg MR caps", TRAMADOL_MR_50, "tramadol, 50 mg, modified"],
    ["a brand that is modified", "Zamadol SR 50mg capsules", TRAMADOL_MR_50, "tramadol, 50 mg, modified"],
    ["modified without a strength", "Tramadol MR", TRAMADOL_MR_50, "tramadol, 50 mg, modified"],
    ["a strength of the immediate too", "Morphine 5mg", MST_5, "morphine, 5 mg, modified"],
    [
      "a name of modified, a code of immediate",
      "Tramadol 50mg MR caps",
      TRAMADOL_50,
      "code-and-name-disagree: tramadol",
    ],
    ["the same without a strength", "Tramadol MR", TRAMADOL_50, "code-and-name-disagree: tramadol"],
    [
      "a brand of immediate, a code of modified",
      "Zydol 50mg capsules",
      TRAMADOL_MR_50,
      "code-and-name-disagree: tramadol",
    ],
    ["a brand of modified, a code of immediate", "Zamadol SR 50mg", TRAMADOL_50, "code-and-name-disagree: tramadol"],
  ])("%s: %s", (_, name, code, expected) => {
    expect(dmd(name, code)).toMatch(expected);
  });
});

describe("strength that does not settle the name", () => {
  it.each([
    ["Morphine 10mg/ml", MORPHINE_AMPOULES_10, "morphine, 10 mg, immediate, parenteral, ampoule"],
    ["Morphine 15mg/ml", MORPHINE_AMPOULES_10, "code-and-name-disagree: morphine, analgesic"],
    ["Morphine", MORPHINE_SOLUTION_10, "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Morphine 10mg", MORPHINE_SOLUTION_10, "code-and-name-disagree: morphine, analgesic"],
    ["Morphine 10mg/ml", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Morphine 20mg/5ml oral solution", MORPHINE_SOLUTION_10, "code-and-name-disagree: morphine, analgesic"],
    ["Codeine 15mg", "38896411000001100", "code-and-name-disagree: codeine, analgesic"],
    ["Morphine 10units tablets", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Oxycodone", MORPHINE_TABLETS_10, "code-and-name-disagree: ?, not-certain"],
    ["Diamorphine", MORPHINE_TABLETS_10, "code-and-name-disagree: ?, not-certain"],
    ["Morphine 10,5mg tablets", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Diamorphine 10mg", DIAMORPHINE_AMPOULES_10, "diamorphine, 10 mg, immediate, parenteral, ampoule"],
    ["Diamorphine 30mg", DIAMORPHINE_AMPOULES_10, "code-and-name-disagree: diamorphine, analgesic"],
    ["Fentanyl 25", FENTANYL_25, PATCH_25],
    ["Fentanyl 25mcg", FENTANYL_25, PATCH_25],
    ["Fentanyl 12.5mcg", FENTANYL_12, "fentanyl, 12 micrograms/hour, transdermal, transdermal, patch"],
    ["Fentanyl 12.5mcg", FENTANYL_25, "code-and-name-disagree: fentanyl, analgesic"],
    ["Fentanyl 25mg patches", FENTANYL_25, "code-and-name-disagree: fentanyl, analgesic"],
    ["Fentanyl 25ng/hr patches", FENTANYL_25, "code-and-name-disagree: fentanyl, analgesic"],
    ["Fentanyl 50mcg/hr patches", FENTANYL_25, "code-and-name-disagree: fentanyl, analgesic"],
    ["Fentanyl 0.1mg", "14951911000001104", "fentanyl, 0.1 mg, immediate, sublingual, tablet"],
    [
      "Paracetamol/codeine/caffeine 500mg/8mg/30mg effervescent tablets",
      "38555311000001107",
      "codeine, 8 mg, immediate, oral, tablet, with paracetamol and caffeine",
    ],
    [
      "Morphine tartrate 10mg/ml / Cyclizine tartrate 50mg/1ml solution for injection ampoules",
      "7888211000001108",
      "morphine, 10 mg, immediate, parenteral, ampoule, with cyclizine",
    ],
  ])("%s beside %s: %s", (name, code, expected) => {
    expect(dmd(name, code)).toBe(expected);
  });
});

describe("form", () => {
  it.each([
    ["Tramadol capsules", TRAMADOL_50, "tramadol, 50 mg, immediate, oral, capsule"],
    ["Tramadol tablets", TRAMADOL_50, "code-and-name-disagree: tramadol, analgesic"],
    ["Oxycodone capsules", "36129511000001101", "code-and-name-disagree: oxycodone, analgesic"],
    ["Fentanyl 200mcg tablets", "14973411000001108", "fentanyl, 0.2 mg, immediate, buccal, tablet"],
    ["Fentanyl 100mcg tablets", "14951911000001104", "fentanyl, 0.1 mg, immediate, sublingual, tablet"],
    ["Fentanyl lozenges", "14951911000001104", "code-and-name-disagree: fentanyl, analgesic"],
    ["Diamorphine powder", DIAMORPHINE_AMPOULES_10, "diamorphine, 10 mg, immediate, parenteral, ampoule"],
    ["Morphine gel", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Morphine powder", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Tramadol capsules", "42017911000001101", "code-and-name-disagree: tramadol, analgesic"],
  ])("%s beside %s: %s", (name, code, expected) => {
    expect(dmd(name, code)).toBe(expected);
  });
});

describe("a code of a product without a certain strength", () => {
  it.each([
    ["", "strength-not-certain: morphine, analgesic"],
    ["Morphine", "strength-not-certain: morphine, analgesic"],
    ["Morphine 10mg", "strength-not-certain: morphine, analgesic"],
    ["Morphine 10mg tablets", "code-and-name-disagree: morphine, analgesic"],
    ["Morphine 10mg/5ml oral solution", "code-and-name-disagree: morphine, analgesic"],
    ["Codeine linctus", "code-and-name-disagree: ?, not-certain"],
    ["Kaolin mixture", "code-and-name-disagree: ?, not-certain"],
  ])("%j beside kaolin and morphine: %s", (name, expected) => {
    expect(dmd(name, KAOLIN_AND_MORPHINE)).toBe(expected);
  });
});

describe("a name that is a product's own never agrees with a code of another", () => {
  it.each([
    ["Kaolin and Morphine mixture", MORPHINE_SOLUTION_10, "code-and-name-disagree: morphine, analgesic"],
    ["Kaolin and Morphine mixture", MORPHINE_TABLETS_10, "code-and-name-disagree: morphine, analgesic"],
    ["Kaolin and Morphine mixture", KAOLIN_AND_MORPHINE, "strength-not-certain: morphine, analgesic"],
    ["Migraleve Pink tablets", "42010411000001105", "code-and-name-disagree: codeine, analgesic"],
    ["Solpadeine Plus tablets", "42010411000001105", "code-and-name-disagree: codeine, analgesic"],
  ])("%s beside %s: %s", (name, code, expected) => {
    expect(dmd(name, code)).toBe(expected);
  });
});

describe("what was found is said", () => {
  it.each([
    ["Morphine", KAOLIN_AND_MORPHINE, { found: "Morphine" }],
    ["", KAOLIN_AND_MORPHINE, { found: "Kaolin and Morphine mixture" }],
    [
      "Buprenorphine 400microgram S/L tabs",
      "42009211000001102",
      { found: "Buprenorphine 400microgram S/L tabs: for pain or for dependence is not said" },
    ],
    [
      "",
      "42009211000001102",
      { found: "Buprenorphine 400microgram sublingual tablets sugar free: for pain or for dependence is not said" },
    ],
  ])("%j beside %s", (name, code, problem) => {
    expect(identify({ name, codes: [{ system: null, code }] })).toMatchObject({ kind: "refused", problem });
  });
});
