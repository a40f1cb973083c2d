import { describe, expect, it } from "vitest";
import { identify } from "./identify.ts";
import { named } from "./say-identification.test-cast.ts";

describe("UK names", () => {
  it.each([
    ["MST Continus 30mg tablets", "morphine, 30 mg, modified, oral, tablet"],
    ["MST 30mg", "morphine, 30 mg, modified, oral, tablet"],
    ["MST continus 30 mg sachets", "morphine, 30 mg, modified, oral, sachet"],
    ["Zomorph 10mg caps", "morphine, 10 mg, modified, oral, capsule"],
    ["MXL 60mg", "morphine, 60 mg, modified, oral, capsule"],
    ["Sevredol 10mg tablets", "morphine, 10 mg, immediate, oral, tablet"],
    ["morphine 10mg tablets (Teva UK Ltd)", "morphine, 10 mg, immediate, oral, tablet"],
    ["Morphine MR 10mg", "morphine, 10 mg, modified, oral, tablet"],
    ["Oramorph 10mg/5ml oral solution", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Oramorph conc 20mg/ml", "morphine, 20 mg/1 ml, immediate, oral, ml"],
    ["Oramorph 100mg/5ml UDV", "morphine, 100 mg/5 ml, immediate, oral, ml"],
    ["Morphine sulphate oral solution 10mg in 5ml", "morphine, 10 mg/5 ml, immediate, oral, ml"],
    ["Morphine (Opium tincture) 10mg/ml oral drops sugar free", "morphine, 10 mg/1 ml, immediate, oral, ml"],
    ["Morph HCl_Liq Spec 50mg/5ml", "morphine, 50 mg/5 ml, immediate, oral, ml"],
    ["Co-codamol 30mg/500mg tablets", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["co-codamol 30/500", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Cocodamol 8/500 tabs", "codeine, 8 mg, immediate, oral, tablet, with paracetamol"],
    ["co codamol 500/30", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 30mg tablets", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Co-codamol 8mg/500mg/5ml oral suspension", "codeine, 8 mg/5 ml, immediate, oral, ml, with paracetamol"],
    ["Zapain caplets 30/500", "codeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Eroset 500mg/10mg tablets", "dihydrocodeine, 10 mg, immediate, oral, tablet, with paracetamol"],
    ["Paracet/Dihydrocodeine_Tab 500mg/20mg", "dihydrocodeine, 20 mg, immediate, oral, tablet, with paracetamol"],
    ["Paramol", "dihydrocodeine, 7.46 mg, immediate, oral, tablet, with paracetamol"],
    ["Remedeine Forte", "dihydrocodeine, 30 mg, immediate, oral, tablet, with paracetamol"],
    ["Nurofen Plus", "codeine, 12.8 mg, immediate, oral, tablet, with ibuprofen"],
    ["Ibuprofen and codeine 200mg/12.8mg tablets", "codeine, 12.8 mg, immediate, oral, tablet, with ibuprofen"],
    ["codeine phosphate 30mg", "codeine, 30 mg, immediate, oral, tablet"],
    ["CODEINE PHOSPHATE TABS 30MG", "codeine, 30 mg, immediate, oral, tablet"],
    ["DF118 30mg tablets", "dihydrocodeine, 30 mg, immediate, oral, tablet"],
    ["DHC Continus 60mg", "dihydrocodeine, 60 mg, modified, oral, tablet"],
    ["tramadol 100mg/ml oral drops", "tramadol, 100 mg/1 ml, immediate, oral, ml"],
    ["Tramadol50mg caps", "tramadol, 50 mg, immediate, oral, capsule"],
    ["Tramadol 50mg capsules x 100", "tramadol, 50 mg, immediate, oral, capsule"],
    ["Tramadol M/R 100mg tabs", "tramadol, 100 mg, modified, oral, tablet"],
    ["Zydol 50mg", "tramadol, 50 mg, immediate, oral, capsule"],
    ["Zydol SR 50mg tablets", "tramadol, 50 mg, modified, oral, tablet"],
    ["Zydol 100mg", "tramadol, 100 mg, modified, oral, tablet"],
    ["Tramacet 37.5mg/325mg", "tramadol, 37.5 mg, immediate, oral, tablet, with paracetamol"],
    ["dexketoprofen 25mg / tramadol 75mg tablets", "tramadol, 75 mg, immediate, oral, tablet, with dexketoprofen"],
    ["Targinact 10mg/5mg", "oxycodone, 10 mg, modified, oral, tablet, with naloxone"],
    ["Oxycodone HCl/NaloxoneHCl_Tab 20/10mgM/R", "oxycodone, 20 mg, modified, oral, tablet, with naloxone"],
    ["OxyNorm 5mg caps", "oxycodone, 5 mg, immediate, oral, capsule"],
    ["shortec liquid 1mg/ml", "oxycodone, 5 mg/5 ml, immediate, oral, ml"],
    ["Palexia SR 50mg", "tapentadol, 50 mg, modified, oral, tablet"],
    ["Palexia 50mg", "tapentadol, 50 mg, immediate, oral, tablet"],
    ["Doloxene 100mg capsules", "dextropropoxyphene, 60 mg, immediate, oral, capsule"],
    ["Abstral 200mcg SL tabs", "fentanyl, 0.2 mg, immediate, sublingual, tablet"],
    ["Actiq 1200 micrograms", "fentanyl, 1.2 mg, immediate, oromucosal, lozenge"],
    ["PecFent 100micrograms/dose nasal spray", "fentanyl, 0.1 mg, immediate, nasal, spray"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("injections are counted whole", () => {
  it.each([
    ["Morphine sulfate 10mg/1ml solution for injection ampoules", "morphine, 10 mg, immediate, parenteral, ampoule"],
    ["Tramadol 50mg/1ml solution for injection 2ml ampoules", "tramadol, 100 mg, immediate, parenteral, ampoule"],
    ["Methadone HCl_Inj 10mg/ml 3.5ml Amp", "methadone, 35 mg, immediate, parenteral, ampoule"],
    ["Physeptone 10mg/1ml amps", "methadone, 10 mg, immediate, parenteral, ampoule"],
    ["Morph Sulph_I/V Inf 30mg/30ml Vl", "morphine, 30 mg, immediate, parenteral, unit"],
    ["1 ML morphine sulfate 5 MG/ML Injection", "morphine, 5 mg/1 ml, immediate, parenteral, ml"],
    ["Morphine 10mg/ml ampoules", "strength-not-certain: morphine, analgesic"],
    ["Morphine 10 mg/mL vial", "strength-not-certain: morphine, analgesic"],
    ["OxyNorm 10mg/ml amps", "strength-not-certain: oxycodone, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("patches", () => {
  it.each([
    [
      "Butec 10micrograms/hour transdermal patches",
      "buprenorphine, 10 micrograms/hour, transdermal, transdermal, patch",
    ],
    ["BuTrans 5", "buprenorphine, 5 micrograms/hour, transdermal, transdermal, patch"],
    ["BuTrans 10mcg/hr 7-day patches", "buprenorphine, 10 micrograms/hour, transdermal, transdermal, patch"],
    ["Durogesic DTrans 25", "fentanyl, 25 micrograms/hour, transdermal, transdermal, patch"],
    ["Durogesic 75micrograms transdermal patches", "fentanyl, 75 micrograms/hour, transdermal, transdermal, patch"],
    ["Fentanyl 12.5 mcg/hr patches", "fentanyl, 12 micrograms/hour, transdermal, transdermal, patch"],
    ["Matrifen 12.5mcg/hr", "fentanyl, 12 micrograms/hour, transdermal, transdermal, patch"],
    ["72 HR fentanyl 0.025 MG/HR Transdermal System", "fentanyl, 25 micrograms/hour, transdermal, transdermal, patch"],
    ["Fentanyl 100mcg/hr patches x 5", "fentanyl, 100 micrograms/hour, transdermal, transdermal, patch"],
    ["Morphine 0mg modified-release tablets", "strength-not-certain: morphine, analgesic"],
    ["Oxycodone 10mg/0ml oral solution", "strength-not-certain: oxycodone, analgesic"],
    ["Morphine 10mg/ml 0ml ampoules", "strength-not-certain: morphine, analgesic"],
    ["Fentanyl 0micrograms/hour patches", "strength-not-certain: fentanyl, analgesic"],
    ["Co-codamol 0/500 tablets", "strength-not-certain: codeine, analgesic"],
    ["Fentanyl patches x 5", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 25mg patches", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 25mcg/72hr patches", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 33mcg/hr patches", "strength-not-certain: fentanyl, analgesic"],
    ["Fentanyl 50 mcg", "strength-not-certain: fentanyl, analgesic"],
    ["Butec 35", "strength-not-certain: buprenorphine, not-certain"],
    ["Butec 10mg", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });

  it("knows the wear time by brand", () => {
    const wear = (name: string): readonly number[] | undefined => {
      const found = identify({ name, codes: [] });
      return found.kind === "opioid" ? found.medicine.wear?.licensedHours : undefined;
    };
    expect(wear("Hapoctasin 35micrograms/hour transdermal patches")).toEqual([72]);
    expect(wear("Buprenorphine 35micrograms/hour patches (Hapoctasin)")).toEqual([72]);
    expect(wear("Transtec 52.5")).toEqual([72, 84, 96]);
    expect(wear("Buprenorphine 70micrograms/hour patches")).toEqual([72, 84, 96]);
    expect(wear("Sevodyne 15micrograms/hour patches")).toEqual([168]);
    expect(wear("Fentanyl 37.5microgram/hour transdermal patches")).toEqual([72]);
  });
});

describe("names of other countries", () => {
  it.each([
    ["12 HR oxycodone hydrochloride 10 MG Extended Release Oral Tablet", "oxycodone, 10 mg, modified, oral, tablet"],
    [
      "Abuse-Deterrent 12 HR Oxycodone Hydrochloride 15 MG Extended Release Oral Tablet",
      "oxycodone, 15 mg, modified, oral, tablet",
    ],
    [
      "Acetaminophen 325 MG / Oxycodone Hydrochloride 5 MG Oral Tablet",
      "oxycodone, 5 mg, immediate, oral, tablet, with paracetamol",
    ],
    [
      "acetaminophen 300 MG / codeine phosphate 15 MG Oral Tablet [Tylenol with Codeine]",
      "codeine, 15 mg, immediate, oral, tablet, with paracetamol",
    ],
    [
      "Acetaminophen 300 MG / HYDROcodone Bitartrate 5 MG [Vicodin]",
      "hydrocodone, 5 mg, immediate, oral, unit, with paracetamol",
    ],
    ["Oxycodone-acetaminophen 5-325 mg tablet", "oxycodone, 5 mg, immediate, oral, tablet, with paracetamol"],
    ["Percocet 5/325", "oxycodone, 5 mg, immediate, oral, unit, with paracetamol"],
    ["Meperidine Hydrochloride 50 MG Oral Tablet", "pethidine, 50 mg, immediate, oral, tablet"],
    ["morphine sulfate 15 MG Oral Tablet", "morphine, 15 mg, immediate, oral, tablet"],
    ["12 HR hydrocodone bitartrate 10 MG Extended Release Oral Capsule", "hydrocodone, 10 mg, modified, oral, capsule"],
    [
      "acetaminophen 24 MG/ML / codeine phosphate 2.4 MG/ML Oral Solution",
      "codeine, 2.4 mg/1 ml, immediate, oral, ml, with paracetamol",
    ],
    ["fentanyl 0.4 MG/ACTUAT nasal spray", "fentanyl, 0.4 mg, immediate, nasal, spray"],
    ["Acetaminophen/Hydrocodone", "strength-not-certain: hydrocodone, analgesic"],
    ["pentazocine 50 MG / naloxone 0.5 MG Oral Tablet", "strength-not-certain: pentazocine, analgesic"],
    ["codeine phosphate 10 MG / guaifenesin 100 MG in 5 mL", "strength-not-certain: codeine, analgesic"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("opioids of uncertain strength, form or substance are refused by name", () => {
  it.each([
    ["Tramadol capsules", "strength-not-certain: tramadol, analgesic"],
    ["Co-codamol tablets", "strength-not-certain: codeine, analgesic"],
    ["Co-codamol 500mg tablets", "strength-not-certain: codeine, analgesic"],
    ["Co-codamol 25mg/500mg tablets", "strength-not-certain: codeine, analgesic"],
    ["Paracetamol and codeine tablets", "strength-not-certain: codeine, analgesic"],
    ["Generic Migraleve Pink tablets", "strength-not-certain: codeine, analgesic"],
    ["Kaolin and Morphine mixture", "strength-not-certain: morphine, analgesic"],
    ["Morphine 2% gel", "strength-not-certain: morphine, analgesic"],
    ["J Collis Browne's mixture", "strength-not-certain: morphine, analgesic"],
    ["Migraleve", "strength-not-certain: codeine, analgesic"],
    ["DF118", "strength-not-certain: dihydrocodeine, analgesic"],
    ["Oramorph", "strength-not-certain: morphine, analgesic"],
    ["Oramorph 10mg", "strength-not-certain: morphine, analgesic"],
    ["Oramorph 10mg tablets", "strength-not-certain: morphine, analgesic"],
    ["Zomorph 15mg capsules", "strength-not-certain: morphine, analgesic"],
    ["Oxycontin 25mg", "strength-not-certain: oxycodone, analgesic"],
    ["Longtec", "strength-not-certain: oxycodone, analgesic"],
    ["Morphine 10mg", "strength-not-certain: morphine, analgesic"],
    ["Diamorphine 30mg", "strength-not-certain: diamorphine, analgesic"],
    ["Oxycodone 10mg/ml", "strength-not-certain: oxycodone, analgesic"],
    ["Oxycodone 5mg 10mg tablets", "strength-not-certain: oxycodone, analgesic"],
    ["Morphine sulfate 1OMG tablets", "strength-not-certain: morphine, analgesic"],
    ["Morphine 10,5mg tablets", "strength-not-certain: morphine, analgesic"],
    ["Morphine 30000mg tablets", "strength-not-certain: morphine, analgesic"],
    ["Oxycodone 1.5g tablets", "strength-not-certain: oxycodone, analgesic"],
    ["Oxycodone 0.005mg tablets", "strength-not-certain: oxycodone, analgesic"],
    ["Codeine 30", "strength-not-certain: codeine, analgesic"],
    ["MST 30mg + Oramorph 10mg/5ml", "strength-not-certain: morphine, analgesic"],
    ["Morphine 10mg and oxycodone 10mg tablets", "substance-not-certain: ?, not-certain"],
    ["Butec 10micrograms/hour (fentanyl) patches", "substance-not-certain: ?, not-certain"],
    ["Phenazocine 5mg tablets", "substance-not-certain: ?, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("maintenance treatment", () => {
  it.each([
    ["Methadone 1mg/ml oral solution sugar free", "methadone, 1 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone HCl_Mix 1mg/1ml S/F", "methadone, 1 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone 10mg/ml oral solution", "methadone, 10 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Physeptone 1mg/ml mixture", "methadone, 1 mg/1 ml, immediate, oral, ml, maintenance"],
    ["Methadone 5mg tablets", "methadone, 5 mg, immediate, oral, tablet"],
    ["Methadone linctus 2mg/5ml", "methadone, 2 mg/5 ml, immediate, oral, ml"],
    ["Suboxone 8mg/2mg", "buprenorphine, 8 mg, immediate, sublingual, tablet, with naloxone, maintenance"],
    [
      "buprenorphine 2 MG / naloxone 0.5 MG Sublingual Tablet",
      "buprenorphine, 2 mg, immediate, sublingual, tablet, with naloxone, maintenance",
    ],
    ["Subutex 8mg sublingual tablets", "buprenorphine, 8 mg, immediate, sublingual, tablet, maintenance"],
    ["Espranor 8mg", "buprenorphine, 8 mg, immediate, oromucosal, tablet, maintenance"],
    ["Buprenorphine 8mg", "strength-not-certain: buprenorphine, maintenance"],
    ["Buprenorphine 2mg", "strength-not-certain: buprenorphine, maintenance"],
    ["Buprenorphine 1mg", "strength-not-certain: buprenorphine, not-certain"],
    ["Buprenorphine 2mg/ml", "strength-not-certain: buprenorphine, not-certain"],
    ["Methadone oral solution", "strength-not-certain: methadone, maintenance"],
    ["Methadone", "strength-not-certain: methadone, not-certain"],
    ["Temgesic 400microgram sublingual tablets", "buprenorphine, 0.4 mg, immediate, sublingual, tablet"],
    ["Buprenorphine 200microgram sublingual tablets", "buprenorphine, 0.2 mg, immediate, sublingual, tablet"],
    ["Buprenorphine 400microgram sublingual tablets", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe("companions, and names that only look like an opioid", () => {
  it.each([
    ["Diazepam 5mg tablets", "benzodiazepine: diazepam"],
    ["Zimovane 7.5mg tablets", "z-drug: zopiclone"],
    ["Lyrica 75mg caps", "gabapentinoid: pregabalin"],
    ["Naloxone 400micrograms/1ml solution for injection ampoules", "naloxone: naloxone"],
    ["Apomorphine 10mg/ml injection", "not watched"],
    ["Dextromethorphan 10mg/5ml", "not watched"],
    ["Loperamide 2mg capsules", "not watched"],
    ["Pholcodine 5mg/5ml linctus", "not watched"],
    ["naltrexone 50 MG Oral Tablet", "not watched"],
    ["Codeine-free linctus", "not watched"],
    ["Nurofen 200mg tablets", "not watched"],
    ["Panadol 500mg tablets", "not watched"],
    ["Solpadeine Headache tablets", "not watched"],
    ["Boots Aspirin 300mg tablets", "not watched"],
    ["Paracetamol 500mg tablets", "not watched"],
    ["", "not watched"],
  ])("%s", (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
