import { describe, expect, it } from "vitest";
import { identify } from "./identify.ts";
import { coded, say } from "./say-identification.test-cast.ts";
import type { ProductCode } from "./types.ts";

const DMD = "https://dmd.nhs.uk";
const SNOMED = "http://snomed.info/sct";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const MST_30 = "morphine, 30 mg, modified, oral, tablet";

describe("a code alone", () => {
  it.each([
    [DMD, "36127311000001102"],
    [SNOMED, "36127311000001102"],
    ["urn:oid:2.16.840.1.113883.6.96", "36127311000001102"],
    ["dm+d", " 36127311000001102 "],
    [null, "36127311000001102"],
    ["https://www.nhsbsa.nhs.uk/bnf", "0407020Q0AAALAL"],
    ["BNF", "0407020q0bbabal"],
    [null, "0407020Q0BBABAL"],
  ])("%s %s is morphine 30 mg modified release", (system, code) => {
    expect(coded("", { system, code })).toBe(MST_30);
  });

  it("leads a brand that the table has not to its generic by the last letters of the BNF code", () => {
    expect(coded("", { system: "bnf", code: "0407020Q0ZZZZAL" })).toBe(MST_30);
  });

  it("knows a product by a code that dm+d has since replaced", () => {
    expect(coded("", { system: SNOMED, code: "317359005" })).toBe(
      "codeine, 5 mg/5 ml, immediate, oral, ml, with kaolin",
    );
  });

  it("says no more than the substance for an ingredient", () => {
    expect(coded("", { system: RXNORM, code: "7052" })).toBe("strength-not-certain: morphine, analgesic");
    expect(coded("", { system: "http://www.whocc.no/atc", code: "N02AA01" })).toBe(
      "strength-not-certain: morphine, analgesic",
    );
    expect(coded("", { system: "bnf", code: "0407020AD" })).toBe("strength-not-certain: oxycodone, analgesic");
    expect(coded("", { system: "bnf", code: "0410030C0" })).toBe("strength-not-certain: methadone, maintenance");
  });

  it.each([
    ["bnf", "0407020Q0BDZZZZ", "strength-not-certain: morphine, analgesic"],
    [null, "0407020Q0BDZZZZ", "strength-not-certain: morphine, analgesic"],
    [null, "0407020AD", "strength-not-certain: oxycodone, analgesic"],
    [null, "N07BC51", "strength-not-certain: buprenorphine, maintenance"],
    ["http://www.whocc.no/atc", "N02AE01", "strength-not-certain: buprenorphine, not-certain"],
    ["bnf", "0212000B0AAABAB", "not watched"],
    ["https://dmd.nhs.uk", "39695411000001103", "not watched"],
  ])("%s %s says no more than: %s", (system, code, expected) => {
    expect(coded("", { system, code })).toBe(expected);
  });

  it("says so by an ingredient without a name", () => {
    expect(identify({ name: "", codes: [{ system: RXNORM, code: "7052" }] })).toMatchObject({
      problem: { found: "a code of the ingredient, without a name" },
    });
  });

  it("names the brand that it is a code of", () => {
    const brand = { kind: "opioid", by: "code", medicine: { brand: "Hapoctasin", wear: { usualHours: 72 } } };
    expect(identify({ name: "", codes: [{ system: SNOMED, code: "23446211000001101" }] })).toMatchObject(brand);
    expect(identify({ name: "", codes: [{ system: "bnf", code: "0407020B0BGAAAE" }] })).toMatchObject(brand);
  });

  it("is left aside where its system or value is not known", () => {
    expect(coded("", { system: "http://hl7.org/fhir/sid/ndc", code: "36127311000001102" })).toBe("not watched");
    expect(coded("", { system: RXNORM, code: "constructor" })).toBe("not watched");
    expect(coded("", { system: null, code: "7052" })).toBe("not watched");
    expect(coded("Morphine 10mg tablets", { system: RXNORM, code: "861467" })).toBe(
      "morphine, 10 mg, immediate, oral, tablet",
    );
  });
});

describe("a code with a name", () => {
  const code = (value: string): ProductCode => ({ system: SNOMED, code: value });

  it("is certain where both are the same product, under any of its names", () => {
    for (const name of [
      "MST Continus 30mg tablets",
      "MST 30mg",
      "morphine 30mg m/r tablets",
      "Morphine 30mg modified-release tablets",
    ])
      expect(identify({ name, codes: [code("36127311000001102")] })).toMatchObject({
        kind: "opioid",
        by: "code-and-name",
      });
  });

  it("settles what the name leaves open", () => {
    expect(coded("Tramadol capsules", code("42017811000001106"))).toBe("tramadol, 50 mg, immediate, oral, capsule");
    expect(coded("Fentanyl 50mcg", code("36120211000001106"))).toBe(
      "fentanyl, 50 micrograms/hour, transdermal, transdermal, patch",
    );
    expect(coded("Morphine", code("36127311000001102"))).toBe(MST_30);
  });

  it("takes the brand from the name", () => {
    const found = identify({
      name: "Hapoctasin 35micrograms/hour transdermal patches",
      codes: [code("35913711000001103")],
    });
    expect(found).toMatchObject({ kind: "opioid", medicine: { brand: "Hapoctasin", wear: { usualHours: 72 } } });
  });

  it.each([
    ["another substance", "Oxycodone 30mg modified-release tablets", "?"],
    ["another strength", "MST Continus 60mg tablets", "morphine"],
    ["another release", "Zydol SR 50mg tablets", "?"],
    ["a patch", "Fentanyl 25micrograms/hour transdermal patches", "?"],
    ["a suppository", "Morphine 30mg suppositories", "morphine"],
    [
      "a combination",
      "Morphine tartrate 10mg/1ml / Cyclizine tartrate 50mg/1ml solution for injection ampoules",
      "morphine",
    ],
    ["a strength in doubt", "Oramorph 10mg", "morphine"],
    ["a companion", "Diazepam 5mg tablets", "?"],
    ["no opioid", "Omeprazole 20mg capsules", "?"],
  ])("is refused where the name is %s", (_, name, substance) => {
    const found = identify({ name, codes: [code("36127311000001102")] });
    expect(say(found)).toBe(`code-and-name-disagree: ${substance}, ${substance === "?" ? "not-certain" : "analgesic"}`);
    expect(found).toMatchObject({ problem: { byCode: "Morphine 30mg modified-release tablets", byName: name } });
  });

  it("is refused where plain codeine stands beside a code of co-codamol", () => {
    expect(coded("Codeine 30mg tablets", code("42009811000001101"))).toBe("code-and-name-disagree: codeine, analgesic");
  });

  it("is refused where an ingredient code is another's", () => {
    expect(coded("Oxycodone 10 MG Oral Tablet", { system: RXNORM, code: "7052" })).toBe(
      "code-and-name-disagree: ?, not-certain",
    );
    expect(coded("Morphine 10mg tablets", { system: RXNORM, code: "7052" })).toBe(
      "morphine, 10 mg, immediate, oral, tablet",
    );
  });

  it.each([
    ["Methadone", "bnf", "0410030A0", "code-and-name-disagree: ?, not-certain"],
    ["Diazepam 5mg tablets", RXNORM, "7052", "code-and-name-disagree: ?, not-certain"],
    ["Oxycodone tablets", RXNORM, "7052", "code-and-name-disagree: ?, not-certain"],
    ["Buprenorphine", null, "N07BC51", "strength-not-certain: buprenorphine, maintenance"],
    ["Methadone", RXNORM, "6813", "strength-not-certain: methadone, not-certain"],
    ["Methadone oral solution", RXNORM, "6813", "strength-not-certain: methadone, maintenance"],
    ["Buprenorphine 10mg tablets", RXNORM, "1819", "strength-not-certain: buprenorphine, not-certain"],
  ])("%s beside the ingredient %s %s", (name, system, value, expected) => {
    expect(coded(name, { system, code: value })).toBe(expected);
  });

  it.each([
    ["by the name", "Morphine 10mg tablets", [], "name"],
    ["by both", "Morphine", [code("36127311000001102")], "code-and-name"],
    ["by both", "Morphine 10mg tablets", [{ system: RXNORM, code: "7052" }], "code-and-name"],
    ["by the code, where the name is blank", "   ", [code("36127311000001102")], "code"],
  ])("is told %s: %s", (_, name, codes, by) => {
    expect(identify({ name, codes })).toMatchObject({ kind: "opioid", by });
  });

  it("lets the form in the name tell two products of one BNF code apart", () => {
    const found = identify({
      name: "Codeine 5mg/5ml oral suspension",
      codes: [{ system: "bnf", code: "0407020C0AAAXAX" }],
    });
    expect(found).toMatchObject({ kind: "opioid", medicine: { name: "Codeine 5mg/5ml oral suspension" } });
  });
});

describe("several codes", () => {
  it("agree, the one that says most deciding", () => {
    expect(coded("", { system: RXNORM, code: "7052" }, { system: DMD, code: "36127311000001102" })).toBe(MST_30);
  });

  it("are one answer where one BNF code stands for both", () => {
    expect(coded("", { system: "bnf", code: "0407020C0AAAXAX" }, { system: DMD, code: "8428211000001104" })).toBe(
      "codeine, 5 mg/5 ml, immediate, oral, ml",
    );
  });

  it.each([
    ["a brand before its generic", "35913711000001103", "23446211000001101"],
    ["in any order", "23446211000001101", "35913711000001103"],
    ["a brand by dm+d before a generic by BNF code", "0407020B0AAAEAE", "23446211000001101"],
  ])("%s", (_, one, other) => {
    const codes = [one, other].map((each): ProductCode => ({ system: null, code: each }));
    expect(identify({ name: "", codes })).toMatchObject({ medicine: { brand: "Hapoctasin" } });
  });

  it("let the BNF code tell the use, in any order", () => {
    const codes: readonly ProductCode[] = [
      { system: DMD, code: "42009211000001102" },
      { system: "bnf", code: "0407020B0AAADAD" },
    ];
    for (const each of [codes, codes.toReversed()])
      expect(coded("", ...each)).toBe("buprenorphine, 0.4 mg, immediate, sublingual, tablet");
    expect(
      coded(
        "Buprenorphine 400microgram sublingual tablets sugar free",
        { system: DMD, code: "42009211000001102" },
        { system: "bnf", code: "0410030A0AAAAAA" },
      ),
    ).toBe("buprenorphine, 0.4 mg, immediate, sublingual, tablet, maintenance");
  });

  it.each([
    ["of two opioids", "36127311000001102", "7804", RXNORM],
    ["of two products without a strength", "14610811000001109", "4032811000001105", DMD],
    ["of two strengths", "36127311000001102", "36127511000001108", DMD],
  ])("are refused where they are codes %s", (_, one, other, system) => {
    expect(coded("", { system: DMD, code: one }, { system, code: other })).toBe(
      "code-and-name-disagree: ?, not-certain",
    );
  });

  it("are both named where they are two products", () => {
    const codes = ["36127311000001102", "7804"].map((each, at) => ({ system: at === 0 ? DMD : RXNORM, code: each }));
    expect(identify({ name: "", codes })).toMatchObject({
      problem: { byCode: "Morphine 30mg modified-release tablets; oxycodone" },
    });
  });

  it("are refused where they are two products", () => {
    expect(coded("", { system: DMD, code: "36127311000001102" }, { system: DMD, code: "42017811000001106" })).toBe(
      "code-and-name-disagree: ?, not-certain",
    );
  });
});

describe("the use of buprenorphine and methadone", () => {
  const name = "Buprenorphine 400microgram sublingual tablets sugar free";

  it("is told by the BNF code, not by a generic dm+d code", () => {
    expect(coded(name, { system: DMD, code: "42009211000001102" })).toBe(
      "strength-not-certain: buprenorphine, not-certain",
    );
    expect(coded(name, { system: "bnf", code: "0407020B0AAADAD" })).toBe(
      "buprenorphine, 0.4 mg, immediate, sublingual, tablet",
    );
    expect(coded(name, { system: "bnf", code: "0410030A0AAAAAA" })).toBe(
      "buprenorphine, 0.4 mg, immediate, sublingual, tablet, maintenance",
    );
  });

  it("is maintenance for whatever BNF 4.10 holds", () => {
    expect(coded("Methadone 5mg tablets", { system: "bnf", code: "0410030C0AAAZZZ" })).toBe(
      "methadone, 5 mg, immediate, oral, tablet, maintenance",
    );
  });
});
