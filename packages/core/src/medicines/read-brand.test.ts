import { describe, expect, it } from "vitest";
import { identify } from "./identify.ts";
import { named } from "./say-identification.test-cast.ts";

describe("a brand has the packs that it has", () => {
  it.each([
    ["Zomorph 10mg/5ml oral solution", "strength-not-certain: morphine, analgesic"],
    ["OxyContin 5mg/5ml oral solution", "strength-not-certain: oxycodone, analgesic"],
    ["Tapimio 100mg modified-release tablets", "strength-not-certain: tapentadol, analgesic"],
    ["Physeptone 10mg suppositories", "strength-not-certain: methadone, not-certain"],
    ["OxyNorm MR 10mg", "strength-not-certain: oxycodone, analgesic"],
    ["Oramorph SR 10mg/5ml", "strength-not-certain: morphine, analgesic"],
    ["OxyNorm 10mg/2ml injection", "strength-not-certain: oxycodone, analgesic"],
    ["OxyNorm 20mg/1ml injection", "strength-not-certain: oxycodone, analgesic"],
    ["OxyNorm 10mg/1ml injection", "oxycodone, 10 mg, immediate, parenteral, ampoule"],
    ["OxyNorm 20mg/2ml injection", "oxycodone, 20 mg, immediate, parenteral, ampoule"],
    ["Oramorph 5mg/ml", "strength-not-certain: morphine, analgesic"],
    ["Oramorph 10mg/5mg/5ml", "strength-not-certain: morphine, analgesic"],
    ["Oramorph 10/5ml", "strength-not-certain: morphine, analgesic"],
    ["MST 30units", "strength-not-certain: morphine, analgesic"],
    ["Abstral 100", "strength-not-certain: fentanyl, analgesic"],
    ["Kapake 30mg/300mg", "strength-not-certain: codeine, analgesic"],
    ["Kapake 30mg/500mg/30mg", "strength-not-certain: codeine, analgesic"],
    ["Tylex 500mg", "strength-not-certain: codeine, analgesic"],
    ["Syndol", "strength-not-certain: codeine, analgesic"],
    ["Syndol 10mg tablets", "strength-not-certain: codeine, analgesic"],
    ["Suboxone", "strength-not-certain: buprenorphine, maintenance"],
    ["Temgesic", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a brand's strength may be said in short", () => {
  it.each([
    ["Kapake 30mg", "codeine, 30 mg, immediate, oral, capsule, with paracetamol"],
    ["Codis 500", "codeine, 8 mg, immediate, oral, tablet, with aspirin"],
    ["Codis 500mg dispersible tablets", "codeine, 8 mg, immediate, oral, tablet, with aspirin"],
    ["Pamergan P100", "pethidine, 100 mg, immediate, parenteral, ampoule, with promethazine"],
    ["Cyclimorph 15", "morphine, 15 mg, immediate, parenteral, ampoule, with cyclizine"],
    ["Targinact 20/10", "oxycodone, 20 mg, modified, oral, tablet, with naloxone"],
    ["Oramorph 2mg/ml", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Oramorph 10mg (10mg/5ml)", "strength-not-certain: morphine, analgesic"],
    ["Durogesic 12.5", "fentanyl, 12 micrograms/hour, transdermal, transdermal, patch"],
    ["Omnopon 15.4mg/1ml ampoules", "papaveretum, 15.4 mg, immediate, parenteral, ampoule"],
    ["Omnopon 15.4mg/ml", "strength-not-certain: papaveretum, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a wider word of the form is the same thing", () => {
  it.each([
    ["Abstral 100microgram tablets", "fentanyl, 0.1 mg, immediate, sublingual, tablet"],
    ["Temgesic 200microgram tablets", "buprenorphine, 0.2 mg, immediate, sublingual, tablet"],
    ["Effentora 100mcg tablets", "fentanyl, 0.1 mg, immediate, buccal, tablet"],
    ["Espranor 2mg tablets", "buprenorphine, 2 mg, immediate, oromucosal, tablet, maintenance"],
    ["MST suspension 20mg", "morphine, 20 mg, modified, oral, sachet"],
    ["Kapake Insts oral solution 60mg", "strength-not-certain: codeine, analgesic"],
    ["Zomorph 10mg tablets", "strength-not-certain: morphine, analgesic"],
    ["MST 10mg capsules", "strength-not-certain: morphine, analgesic"],
    ["Abstral 100microgram capsules", "strength-not-certain: fentanyl, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("of the packs of one strength, the nearest to the name", () => {
  it.each([
    ["Solpadol 30/500 caplets", "Co-codamol 30mg/500mg tablets"],
    ["Solpadol 30/500 soluble tablets", "Co-codamol 30mg/500mg effervescent tablets"],
    ["Tylex 30/500 caps", "Co-codamol 30mg/500mg capsules"],
    ["Kapake 60mg", "Co-codamol 60mg/1000mg effervescent powder sachets sugar free"],
    ["MST 30", "Morphine 30mg modified-release tablets"],
    ["Zydol 50mg", "Tramadol 50mg capsules"],
    ["Zydol 100mg", "Tramadol 100mg modified-release tablets"],
    ["Zydol SR 50mg", "Tramadol 50mg modified-release tablets"],
    ["Zamadol SR 50mg", "Tramadol 50mg modified-release capsules"],
    ["Palexia 50mg", "Tapentadol 50mg tablets"],
    ["Palladone 2mg", "Hydromorphone 2mg modified-release capsules"],
    ["Oramorph 100mg/5ml", "Morphine sulfate 100mg/5ml oral solution unit dose vials sugar free"],
    ["Oramorph 20mg/ml", "Morphine sulfate 20mg/ml oral solution sugar free"],
  ])("%s", (name, product) => {
    const found = identify({ name, codes: [] });
    expect(found.kind === "opioid" ? found.medicine.name : found).toBe(product);
  });
});

describe("an opioid besides the brand's own", () => {
  it.each([
    ["Zomorph (morphine) 10mg capsules", "morphine, 10 mg, modified, oral, capsule"],
    ["Zomorph (morphine) 15mg capsules", "strength-not-certain: morphine, analgesic"],
    ["Zomorph 15mg capsules (oxycodone)", "substance-not-certain: ?, not-certain"],
    ["Morphine (opium) 10mg/ml drops", "morphine, 10 mg/1 ml, immediate, oral, ml"],
    ["Opium tincture (morphine 10mg/ml) oral drops", "morphine, 10 mg/1 ml, immediate, oral, ml"],
    ["Opium tincture", "strength-not-certain: opium, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
