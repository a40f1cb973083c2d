import { describe, expect, it } from "vitest";
import { identify } from "./identify.ts";
import { named } from "./say-identification.test-cast.ts";

describe("the route is told, or the name is refused", () => {
  it.each([
    ["Morphine 10mg/5ml", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Diamorphine 30mg/5ml oral", "diamorphine, 30 mg/5 ml, immediate, oral, ml"],
    ["Morphine 1mg/ml", "strength-not-certain: morphine, analgesic"],
    ["Morphine sulfate 20mg/1ml", "strength-not-certain: morphine, analgesic"],
    ["Methadone 1mg/ml oral", "methadone, 1 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone 30mg", "strength-not-certain: methadone, not-certain"],
    ["Morphine 100mg", "strength-not-certain: morphine, analgesic"],
    ["Diamorphine 10mg", "strength-not-certain: diamorphine, analgesic"],
    ["Diamorphine 500mg", "strength-not-certain: diamorphine, analgesic"],
    ["Diamorphine 10mg tablets", "diamorphine, 10 mg, immediate, oral, tablet"],
    ["Pethidine 50mg", "pethidine, 50 mg, immediate, oral, tablet"],
    ["Pethidine 50mg/1ml", "strength-not-certain: pethidine, analgesic"],
    ["Fentanyl 100mcg tablets", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 0.2mg", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 133mcg tablets", "fentanyl, 0.133 mg, immediate, sublingual, tablet"],
    ["Fentanyl 100micrograms lozenges", "fentanyl, 0.1 mg, immediate, oromucosal, lozenge"],
    ["Subutex 2mg tablets", "buprenorphine, 2 mg, immediate, sublingual, tablet, maintenance"],
    ["Buprenorphine 200mcg tabs", "buprenorphine, 0.2 mg, immediate, sublingual, tablet"],
    ["Buprenorphine 2mg capsules", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("an injection holds what its container holds", () => {
  it.each([
    ["Morphine 10mg/1ml inj", "morphine, 10 mg, immediate, parenteral, ampoule"],
    ["Morphine 10mg inj", "morphine, 10 mg, immediate, parenteral, unit"],
    ["Codeine 60mg/1ml injection", "codeine, 60 mg, immediate, parenteral, ampoule"],
    ["Pethidine 50mg/ml inj 2ml amp", "pethidine, 100 mg, immediate, parenteral, ampoule"],
    ["Morphine 15mg/ml inj", "morphine, 15 mg/1 ml, immediate, parenteral, ml"],
    ["Morphine 10mg/ml 1ml 5ml ampoules", "strength-not-certain: morphine, analgesic"],
    ["Fentanyl 50micrograms/ml injection 2ml ampoules", "strength-not-certain: fentanyl, analgesic"],
    ["Diamorph HCl_Pdr For Inj 10mg Vl", "diamorphine, 10 mg, immediate, parenteral, ampoule"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("of products that are the same but for release or form, the nearest to the name", () => {
  it.each([
    ["co-codamol 30/500", "Co-codamol 30mg/500mg tablets"],
    ["co-codamol 30/500 effervescent", "Co-codamol 30mg/500mg tablets"],
    ["Tramadol 50mg", "Tramadol 50mg soluble tablets sugar free"],
    ["Tramadol 50mg tablets", "Tramadol 50mg soluble tablets sugar free"],
    ["Oxycodone 5mg", "Oxycodone 5mg tablets"],
    ["Oxycodone 5mg tabs", "Oxycodone 5mg tablets"],
    ["Oxycodone 40mg", "Oxycodone 40mg modified-release tablets"],
    ["Oxycodone 10mg MR tabs", "Oxycodone 10mg modified-release tablets"],
    ["Morphine 10mg SR caps", "Morphine 10mg modified-release capsules"],
    ["Morphine 60mg caps", "Morphine 60mg capsules"],
    ["Morphine 10mg tabs", "Morphine 10mg tablets"],
    ["Morphine 20mg/1ml concentrated oral solution", "Morphine sulfate 20mg/ml oral solution sugar free"],
    ["Tramadol 10mg/ml oral solution", "Tramadol 50mg/5ml oral solution sugar free"],
  ])("%s", (name, product) => {
    const found = identify({ name, codes: [] });
    expect(found.kind === "opioid" ? found.medicine.name : found).toBe(product);
  });
});
