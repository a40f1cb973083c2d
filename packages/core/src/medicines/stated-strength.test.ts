import { describe, expect, it } from "vitest";
import { named } from "./say-identification.test-cast.ts";

const NO_CODEINE = "strength-not-certain: codeine, analgesic";

describe("which of two amounts is the opioid's", () => {
  it.each([
    ["Acetaminophen-codeine 300-30 mg tablet", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Paracetamol and codeine 500mg/30mg tablets", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Hydrocodone/ibuprofen 7.5-200 mg tablet", "hydrocodone, 7.5 mg, immediate, oral, tablet, with ibuprofen"],
    ["Tramadol/paracetamol 100mg/650mg tablets", "tramadol, 100 mg, immediate, oral, tablet, with paracetamol"],
    ["Oxycodone/naloxone 60/30 MR tablets", "oxycodone, 60 mg, modified, oral, tablet, with naloxone"],
    [
      "Buprenorphine/naloxone 4mg/1mg sublingual tablets",
      "buprenorphine, 4 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    [
      "Naloxone/buprenorphine 1mg/4mg sublingual tablets",
      "buprenorphine, 4 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    ["Buprenorphine/naloxone 8mg/2.5mg sublingual tablets", "strength-not-certain: buprenorphine, maintenance"],
    ["Codeine-guaifenesin 10-300 mg tablet", NO_CODEINE],
    ["Codeine/chlorphenamine 8mg/4mg tablets", NO_CODEINE],
    ["Tramadol/paracetamol 150mg/650mg tablets", "strength-not-certain: tramadol, analgesic"],
    ["Tramadol/paracetamol 37.5mg/150mg tablets", "strength-not-certain: tramadol, analgesic"],
    ["Paracetamol/caffeine/codeine 500mg/30mg tablets", NO_CODEINE],
    ["Paracetamol/codeine/caffeine 500mg/8mg/30mg tablets", NO_CODEINE],
    ["Paracetamol-tramadol 325mg tablets", "strength-not-certain: tramadol, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a fixed combination has the strengths that are known", () => {
  it.each([
    ["Co-codamol 8mg", "codeine, 8 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 60mg/1g tablets", "codeine, 60 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 8mg/500mg in 5ml oral suspension", "codeine, 8 mg/5 ml, immediate, oral, ml, with paracetamol"],
    ["Co-codamol 8mg/5ml 500mg/5ml oral suspension", "codeine, 8 mg/5 ml, immediate, oral, ml, with paracetamol"],
    ["Co-codamol 8mg/5ml 500mg/10ml oral suspension", NO_CODEINE],
    ["Co-codamol 30mg/5ml", NO_CODEINE],
    ["Co-codamol 20mg tablets", NO_CODEINE],
    ["Co-codamol 30 tablets", NO_CODEINE],
    ["Co-codamol 500mg caps", NO_CODEINE],
    ["Co-codamol 8/500/30 tablets", NO_CODEINE],
    ["Co-codamol 30units/500mg tablets", NO_CODEINE],
    ["Co-proxamol 325mg tablets", "strength-not-certain: dextropropoxyphene, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("a strength said twice is one strength where both are the same", () => {
  it.each([
    ["Oxycodone 5mg tablets 5mg", "oxycodone, 5 mg, immediate, oral, tablet"],
    ["Oxycodone 5mg/5ml 1mg/ml solution", "oxycodone, 5 mg/5 ml, immediate, oral, ml"],
    ["Morphine sulfate oral solution (10mg/5ml) 2mg/ml", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Morphine 10mg/1ml 20mg/2ml ampoules", "morphine, 10 mg, immediate, parenteral, ampoule"],
    ["Oxycodone 5mg 5mg/5ml solution", "strength-not-certain: oxycodone, analgesic"],
    ["Oxycodone 1mg 1mg/ml solution", "strength-not-certain: oxycodone, analgesic"],
    ["Oxycodone 1mg/ml 1mg solution", "strength-not-certain: oxycodone, analgesic"],
    ["Morphine 10mg/5ml and 20mg/ml oral solution", "strength-not-certain: morphine, analgesic"],
    ["Codeine 30mg tablets 30mg/60mg", NO_CODEINE],
    ["Codeine 30mg/60mg tablets", NO_CODEINE],
    ["Codeine 30-60mg tablets", NO_CODEINE],
    ["Codeine 30mg/30units tablets", NO_CODEINE],
    ["Fentanyl 25mcg/hr tablets", "strength-not-certain: fentanyl, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("each ingredient with an amount of its own", () => {
  it.each([
    ["Naloxone 15mg / oxycodone 30mg tablets", "oxycodone, 30 mg, immediate, oral, tablet, with naloxone"],
    ["Paracetamol 500mg with codeine 15mg tablets", "codeine, 15 mg, immediate, oral, tablet, with paracetamol"],
    [
      "Acetaminophen 24 MG/ML / codeine 12 MG/5ML oral solution",
      "codeine, 12 mg/5 ml, immediate, oral, ml, with paracetamol",
    ],
    [
      "Aspirin 325 MG / carisoprodol 200 MG / codeine phosphate 16 MG Oral Tablet",
      "codeine, 16 mg, immediate, oral, tablet, with aspirin and carisoprodol",
    ],
    ["Paracetamol 500mg / codeine tablets", NO_CODEINE],
    ["Paracetamol / codeine 30mg / 60mg tablets", NO_CODEINE],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
