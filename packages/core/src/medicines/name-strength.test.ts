import { describe, expect, it } from "vitest";
import { named } from "./say-identification.test-cast.ts";

const FENTANYL_25 = "fentanyl, 25 micrograms/hour, transdermal, transdermal, patch";
const NO_FENTANYL = "strength-not-certain: fentanyl, analgesic";
const NO_MORPHINE = "strength-not-certain: morphine, analgesic";

describe("what an amount is taken per", () => {
  it.each([
    ["Fentanyl 25mcg/h", FENTANYL_25],
    ["Fentanyl 25 micrograms per hour patches", FENTANYL_25],
    ["Fentanyl 25mcg/1hr patches", FENTANYL_25],
    ["Fentanyl 25mcg/0.5hr patches", NO_FENTANYL],
    ["Fentanyl 25/hr patches", NO_FENTANYL],
    ["Fentanyl 25/72hr patches", NO_FENTANYL],
    ["Durogesic 25/72h", NO_FENTANYL],
    ["Durogesic 25mcg/ml", NO_FENTANYL],
    ["Fentanyl 25mcg/ml patches", NO_FENTANYL],
    ["Fentanyl 25ng/hr patches", NO_FENTANYL],
    ["Fentanyl 100micrograms/1dose nasal spray", "fentanyl, 0.1 mg, immediate, nasal, spray"],
    ["Morphine 10mg per tablet", "morphine, 10 mg, immediate, oral, tablet"],
    ["Morphine 100mg/litre infusion", NO_MORPHINE],
    ["Morphine 100mg/1litre infusion", NO_MORPHINE],
    ["Morphine 10mg/l solution", NO_MORPHINE],
    ["Morphine 10mg/0ml ampoules", NO_MORPHINE],
    ["Morphine 1ml/10mg ampoules", NO_MORPHINE],
    ["Morphine 10mg/ml 0ml ampoules", NO_MORPHINE],
    ["Morphine 10units tablets", NO_MORPHINE],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a patch may leave out the hour", () => {
  it.each([
    ["Fentanyl 12mcg patches", "fentanyl, 12 micrograms/hour, transdermal, transdermal, patch"],
    ["Fentanyl 0.025mg patches", FENTANYL_25],
    ["Fentanyl patches 25", FENTANYL_25],
    ["BuTrans 5mcg", "buprenorphine, 5 micrograms/hour, transdermal, transdermal, patch"],
    ["Fentanyl 4.2mg patches", NO_FENTANYL],
    ["Durogesic 25mg patches", NO_FENTANYL],
    ["Fentanyl 25/50 patches", NO_FENTANYL],
    ["Durogesic 25 / 50", NO_FENTANYL],
    ["Fentanyl 25mcg + 12mcg patches", NO_FENTANYL],
    ["Buprenorphine 12.5mcg/hr patches", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a pack count is no strength, unless it may be one", () => {
  it.each([
    ["Codeine 30mg tablets 28 tablet", "codeine, 30 mg, immediate, oral, tablet"],
    ["Morphine 10 mg tablets 56", "morphine, 10 mg, immediate, oral, tablet"],
    ["Co-codamol 30mg/500mg tablets 100", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 30/500mg tablets 100", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 30/500 100 tablets", "strength-not-certain: codeine, analgesic"],
    ["Codeine 15mg/5ml linctus 200ml", "codeine, 15 mg/5 ml, immediate, oral, ml"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
