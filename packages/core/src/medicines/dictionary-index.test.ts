import { describe, expect, it } from "vitest";
import { ratio, type Ratio } from "../quantity/ratio.ts";
import { indexOf, pairKey, rangeKey } from "./dictionary-index.ts";
import { allEntries } from "./dictionary.ts";
import type { FormFamily } from "./form-words.ts";
import { prepareName } from "./name-text.ts";
import type { Opioid } from "./types.ts";

const entries = allEntries();
const built = (): ReturnType<typeof indexOf> => indexOf(entries);

const NAMED_BY: readonly (readonly [words: string, brand: string])[] = [
  ["mst", "MST Continus 30mg tablets"],
  ["mst", "MST Continus suspension 30mg granules sachets"],
  ["zamadol", "Zamadol 24hr 150mg modified-release tablets"],
  ["zamadol", "Zamadol Melt 50mg tablets"],
  ["temgesic", "Temgesic 200microgram sublingual tablets"],
  ["effentora", "Effentora 100microgram buccal tablets"],
  ["remedeine forte", "Remedeine Forte tablets"],
  ["solpadeine max", "Solpadeine Max 12.8mg/500mg tablets"],
  ["nurofen plus", "Nurofen Plus tablets"],
  ["rhotard", "Rhotard Morphine SR 10mg tablets"],
  ["pamergan p100", "Pamergan P100 solution for injection 2ml ampoules"],
  ["cyclimorph", "Cyclimorph 10 solution for injection 1ml ampoules"],
  ["codis", "Codis 500 dispersible tablets"],
  ["oxynorm", "OxyNorm liquid 1mg/ml oral solution"],
  ["dfcxviii forte", "DF 118 Forte 40mg tablets"],
];

/** Words that name no brand: none at all, a substance, the second word of a brand, and plain words known as a whole only. */
const NAMES_NONE = [
  "",
  "morphine sulfate",
  "forte",
  "cocodamol",
  "migraine",
  "dental",
  "boots aspirin",
  "boots ibuprofen",
  "j collis browne's",
];

describe("a brand", () => {
  it("is known by the words that name it", () => {
    const { brands, brandFirstWords } = built();
    for (const [words, name] of NAMED_BY) {
      expect(
        brands.get(words)?.map((hit) => hit.brand.name),
        words,
      ).toContain(name);
      expect(brandFirstWords).toContain(words.split(" ")[0]);
    }
  });

  it("is not known by plain words", () => {
    const { brands, brandFirstWords } = built();
    for (const words of NAMES_NONE) {
      expect([...brands.keys()]).not.toContain(words);
      expect(brandFirstWords).not.toContain(words.split(" ")[0]);
    }
  });

  it("keeps what brand and generic print", () => {
    const hit = built().brands.get("eroset")?.[0];
    expect(hit?.amounts.map((amount) => amount.value)).toEqual([ratio(500), ratio(10)]);
    expect(hit?.genericAmounts.map((amount) => amount.value)).toEqual([ratio(10), ratio(500)]);
  });
});

it("knows which amounts of opioid and other ingredient stand together", () => {
  const pairs: readonly (readonly [Opioid, string, Ratio, Ratio])[] = [
    ["codeine", "kaolin", ratio(5), ratio(1500)],
    ["codeine", "terpin", ratio(16), ratio(65, 2)],
    ["codeine", "paracetamol", ratio(8), ratio(500)],
    ["codeine", "paracetamol", ratio(64, 5), ratio(500)],
    ["codeine", "paracetamol", ratio(15), ratio(500)],
    ["codeine", "paracetamol", ratio(30), ratio(500)],
    ["codeine", "paracetamol", ratio(60), ratio(1000)],
    ["codeine", "aspirin", ratio(8), ratio(400)],
    ["codeine", "aspirin", ratio(8), ratio(500)],
    ["codeine", "ibuprofen", ratio(20), ratio(300)],
    ["codeine", "ibuprofen", ratio(64, 5), ratio(200)],
    ["dihydrocodeine", "paracetamol", ratio(373, 50), ratio(500)],
    ["dihydrocodeine", "paracetamol", ratio(10), ratio(500)],
    ["dihydrocodeine", "paracetamol", ratio(20), ratio(500)],
    ["dihydrocodeine", "paracetamol", ratio(30), ratio(500)],
    ["dextropropoxyphene", "paracetamol", ratio(65, 2), ratio(325)],
    ["dipipanone", "cyclizine", ratio(10), ratio(30)],
    ["morphine", "cyclizine", ratio(10), ratio(50)],
    ["morphine", "cyclizine", ratio(15), ratio(50)],
    ["papaveretum", "hyoscine", ratio(77, 5), ratio(2, 5)],
    ["pethidine", "promethazine", ratio(100), ratio(50)],
    ["tramadol", "paracetamol", ratio(75, 2), ratio(325)],
    ["tramadol", "paracetamol", ratio(75), ratio(650)],
    ["tramadol", "dexketoprofen", ratio(75), ratio(25)],
    ["oxycodone", "naloxone", ratio(5), ratio(5, 2)],
    ["oxycodone", "naloxone", ratio(10), ratio(5)],
    ["oxycodone", "naloxone", ratio(20), ratio(10)],
    ["oxycodone", "naloxone", ratio(40), ratio(20)],
    ["buprenorphine", "naloxone", ratio(2), ratio(1, 2)],
    ["buprenorphine", "naloxone", ratio(8), ratio(2)],
    ["buprenorphine", "naloxone", ratio(16), ratio(4)],
  ];
  expect([...built().pairs].toSorted()).toEqual(pairs.map((pair) => pairKey(...pair)).toSorted());
});

it("knows the smallest and the largest, in mg of one or of one ml", () => {
  const { ranges } = built();
  const known: readonly (readonly [Opioid, FormFamily, "unit" | "volume", least: Ratio | null, most: Ratio | null])[] =
    [
      ["codeine", "tablet", "unit", ratio(8), ratio(60)],
      ["oxycodone", "tablet", "unit", ratio(5), ratio(120)],
      ["oxycodone", "tablet", "volume", null, null],
      ["oxycodone", "liquid", "volume", ratio(1), ratio(10)],
      ["oxycodone", "liquid", "unit", null, null],
      ["oxycodone", "patch", "unit", null, null],
      ["fentanyl", "patch", "unit", null, null],
      ["methadone", "liquid", "volume", ratio(2, 5), ratio(1)],
      ["morphine", "suppository", "unit", ratio(5, 2), ratio(750)],
      ["tramadol", "injection", "unit", ratio(100), ratio(100)],
      ["tramadol", "injection", "volume", ratio(50), ratio(50)],
    ];
  for (const [substance, family, per, least, most] of known)
    expect(ranges.get(rangeKey(substance, family, per)), `${substance} ${family} ${per}`).toEqual(
      least === null ? undefined : { least, most },
    );
});

describe("every product is found", () => {
  it("by codes of the shape that each list has", () => {
    const { byDmd, byBnf } = built();
    expect([...byDmd.keys()].filter((code) => !/^\d{6,18}$/.test(code))).toEqual([]);
    expect([...byBnf.keys()].filter((code) => !/^\d{7}[0-9A-Z]{8}$/.test(code))).toEqual([]);
  });

  it("by its own code, though another had it before", () => {
    const { byDmd } = built();
    const coded = entries.filter((entry) => /^\d+$/.test(entry.row.id));
    expect(coded.filter((entry) => byDmd.get(entry.row.id)?.entry !== entry)).toEqual([]);
    expect(coded).toHaveLength(456);
  });

  it("by codes of its packs and brands, and codes since replaced", () => {
    const { byDmd, byBnf } = built();
    for (const { row } of entries) {
      for (const code of [...(row.previous ?? []), ...(row.amps ?? [])])
        expect(byDmd.get(code)?.entry.row.mg, code).toBe(row.mg);
      for (const code of row.bnf ?? []) expect(byBnf.get(code)?.entry.row.mg, code).toBe(row.mg);
      for (const brand of row.brands ?? []) {
        for (const code of brand.amps ?? []) expect(byDmd.get(code)?.brand, code).toBe(brand);
        for (const code of brand.bnf ?? []) expect(byBnf.get(code)?.brand, code).toBe(brand);
      }
    }
  });

  it("of two under one BNF code, the first: the solution before the suspension", () => {
    expect(built().byBnf.get("0407020C0AAAXAX")?.entry.row.name).toBe("Codeine 5mg/5ml oral solution");
  });

  it("by its whole name, and no other of another strength by the same", () => {
    const { byName } = built();
    for (const { row } of entries)
      for (const name of [row.name, ...(row.brands ?? []).map((brand) => brand.name)])
        expect(byName.get(prepareName(name))?.entry.row, name).toMatchObject({
          substance: row.substance,
          form: row.form,
          ...(row.mg === undefined ? {} : { mg: row.mg }),
        });
  });

  it("by its substance", () => {
    const { bySubstance } = built();
    expect([...bySubstance.values()].flat()).toHaveLength(entries.length);
    for (const [substance, list] of bySubstance)
      expect(list.every((entry) => entry.row.substance === substance)).toBe(true);
  });
});
