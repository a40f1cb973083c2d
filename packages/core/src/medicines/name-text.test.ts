import { describe, expect, it } from "vitest";
import { prepareName } from "./name-text.ts";
import { named } from "./say-identification.test-cast.ts";

it("writes a name in one shape", () => {
  expect(prepareName("Co-Codamol  30 mg/500mg Tablets")).toBe("cocodamol 30mg/500mg tablets");
  expect(prepareName("Fentanyl 100 microgram  lozenges [Actiq] (28)")).toBe("fentanyl 100microgram lozenges");
});

describe("however it is written", () => {
  it.each([
    ["Co-codamol30/500 tablets", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Cocodamol30/500 tablets", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-dydramol10mg/500mg tabs", "dihydrocodeine, 10 mg, immediate, oral, tablet, with paracetamol"],
    ["DF 118 Forte 40mg tablets", "dihydrocodeine, 40 mg, immediate, oral, tablet"],
    ["Zapain 30/500 (100)", "codeine, 30 mg, immediate, oral, capsule, with paracetamol"],
    ["100 Codeine 30mg tablets", "codeine, 30 mg, immediate, oral, tablet"],
    ["56 Zomorph 10mg capsules", "morphine, 10 mg, modified, oral, capsule"],
    ["Morphine 20mg in 10ml oral solution", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Morphine 500microgram in 5ml oral solution", "morphine, 0.5 mg/5 ml, immediate, oral, ml"],
    ["Morphine 10 mg in 5 ml oral solution", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Oramorph 10mg per 5ml", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Morphine sulfate 1,000 microgram/ml oral solution", "morphine, 5 mg/5 ml, immediate, oral, ml"],
    ["Morphine sulfate 1,000micrograms/1ml oral solution", "morphine, 5 mg/5 ml, immediate, oral, ml"],
    [
      "Diamorphine 30mg powder for solution for injection vials [Wockhardt]",
      "diamorphine, 30 mg, immediate, parenteral, unit",
    ],
    ["Oxycodone 15mg and naloxone 4mg tablets", "oxycodone, 15 mg, immediate, oral, tablet, with naloxone"],
    [
      "Buprenorphine 5.7mg with naloxone 1.4mg sublingual tablets",
      "buprenorphine, 5.7 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    [
      "Buprenorphine 5.7mg + naloxone 1.4mg sublingual tablets",
      "buprenorphine, 5.7 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    ["Tabs [diazepam 5mg]", "benzodiazepine: diazepam"],
    ["Capsules[Zomorph]10mg", "morphine, 10 mg, modified, oral, capsule"],
    ["Gabapentin 1,5mg", "gabapentinoid: gabapentin"],
    ["Codeine free linctus", "not watched"],
    ["Morphine 1.2.3mg", "strength-not-certain: morphine, analgesic"],
    ["Morphine 1,00mg tablets", "strength-not-certain: morphine, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
