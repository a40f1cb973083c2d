import { describe, expect, it } from "vitest";
import { measure } from "../quantity/measure.ts";
import { ratio } from "../quantity/ratio.ts";
import { identify } from "./identify.ts";
import { named } from "./say-identification.test-cast.ts";

describe("a product that the dictionary has not is made of its own name", () => {
  it.each([
    ["Hydromorphone 8 MG Oral Tablet", "Hydromorphone 8mg tablets"],
    ["12 HR hydrocodone bitartrate 10 MG Extended Release Oral Capsule", "Hydrocodone 10mg modified-release capsules"],
    ["Acetaminophen 325 MG / Oxycodone Hydrochloride 2.5 MG Oral Tablet", "Oxycodone 2.5mg with paracetamol tablets"],
    ["1 ML morphine sulfate 5 MG/ML Injection", "Morphine 5mg/1ml solution for injection"],
    ["Fentanyl 0.05 MG/ML Injectable Solution", "Fentanyl 0.05mg/1ml solution for injection"],
    [
      "Acetaminophen 325 MG / butalbital 50 MG / caffeine 40 MG / codeine phosphate 30 MG Oral Capsule",
      "Codeine 30mg with butalbital and caffeine and paracetamol capsules",
    ],
    ["Norco 5-325", "Hydrocodone 5mg with paracetamol tablets or capsules"],
    [
      "Remifentanil 1mg powder for solution for injection vials",
      "Remifentanil 1mg powder for solution for injection vials",
    ],
  ])("%s", (name, made) => {
    expect(identify({ name, codes: [] })).toMatchObject({
      kind: "opioid",
      medicine: {
        id: made.toLowerCase(),
        name: made,
        brand: null,
        use: "analgesic",
        source: "read from the product's own name",
      },
    });
  });

  it("keeps the units of its strength", () => {
    expect(identify({ name: "Hydromorphone 8 MG Oral Tablet", codes: [] })).toMatchObject({
      medicine: { strength: { per: "unit", amount: measure(ratio(8), "mg") } },
    });
    expect(identify({ name: "Fentanyl 0.05 MG/ML Injectable Solution", codes: [] })).toMatchObject({
      medicine: {
        strength: { per: "volume", amount: measure(ratio(1, 20), "mg"), volume: measure(ratio(1), "ml") },
      },
    });
  });
});

describe("what it may be", () => {
  it.each([
    ["Sufentanil 30mcg sublingual tablets", "sufentanil, 0.03 mg, immediate, sublingual, tablet"],
    ["Remifentanil 2mg injection", "remifentanil, 2 mg, immediate, parenteral, unit"],
    ["Tramadol 75mg/650mg tablets with paracetamol", "tramadol, 75 mg, immediate, oral, tablet, with paracetamol"],
    ["Vicoprofen 7.5/200", "hydrocodone, 7.5 mg, immediate, oral, unit, with ibuprofen"],
    [
      "acetaminophen 325 MG/15ML / hydrocodone bitartrate 7.5 MG/15ML Oral Solution",
      "hydrocodone, 7.5 mg/15 ml, immediate, oral, ml, with paracetamol",
    ],
    ["Buprenorphine 4mg sublingual tablets", "buprenorphine, 4 mg, immediate, sublingual, tablet, maintenance"],
    [
      "Buprenorphine 12mg/naloxone 3mg sublingual tablets",
      "buprenorphine, 12 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    ["Buprenorphine 4mg oral lyophilisates", "buprenorphine, 4 mg, immediate, oromucosal, tablet, maintenance"],
    ["Belbuca 450 mcg buccal film", "buprenorphine, 0.45 mg, immediate, buccal, film"],
    ["Methadone 20mg/ml oral solution", "methadone, 20 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone 2mg/ml oral solution", "methadone, 2 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone 50mg/ml oral solution", "strength-not-certain: methadone, maintenance"],
    ["Methadone linctus", "strength-not-certain: methadone, not-certain"],
    ["Methadone 1mg/ml injection", "strength-not-certain: methadone, not-certain"],
    ["Methadone 10mg/2ml injection", "strength-not-certain: methadone, not-certain"],
    ["Buprenorphine oral lyophilisates", "strength-not-certain: buprenorphine, maintenance"],
    ["Buprenorphine 10mg tablets", "strength-not-certain: buprenorphine, not-certain"],
    ["Oxycodone 20 MG/ML oral solution", "strength-not-certain: oxycodone, analgesic"],
    ["Codeine 20mg/ml oral solution", "strength-not-certain: codeine, analgesic"],
    ["Hydromorphone 1 MG Oral Solution", "strength-not-certain: hydromorphone, analgesic"],
    ["Butorphanol 10 MG/ML nasal spray", "strength-not-certain: butorphanol, analgesic"],
    ["Hydromorphone 64mg tablets", "strength-not-certain: hydromorphone, analgesic"],
    ["Tramadol 5mg capsules", "strength-not-certain: tramadol, analgesic"],
    ["Morphine sulfate 1,000mg suppositories", "strength-not-certain: morphine, analgesic"],
    ["Morphine 60mg granules", "morphine, 60 mg, modified, oral, sachet"],
    ["Hydrocodone/acetaminophen 7.5-325 mg/15ml", "strength-not-certain: hydrocodone, analgesic"],
    ["Hydrocodone 10mg/325mg", "strength-not-certain: hydrocodone, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
