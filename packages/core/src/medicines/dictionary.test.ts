import { describe, expect, it } from "vitest";
import { measure } from "../quantity/measure.ts";
import { ratio } from "../quantity/ratio.ts";
import { allMedicines, type DictionaryProduct } from "./dictionary.ts";
import { identify } from "./identify.ts";
import type { Identification, ProductCode } from "./types.ts";

const products = [...allMedicines()];
const nameOf = (product: DictionaryProduct): string => product.brandName ?? product.name;

/** One dm+d product for two uses: see identify.ts. Its BNF code and its brands tell. */
const TWO_USES = "Buprenorphine 400microgram sublingual tablets sugar free";

const isItself = (product: DictionaryProduct, found: Identification): boolean => {
  const { medicine } = product;
  if (medicine === null) return found.kind === "refused" && found.substance === product.substance;
  if (found.kind !== "opioid") return false;
  const other = found.medicine;
  return (
    other.substance === medicine.substance &&
    other.release === medicine.release &&
    other.route === medicine.route &&
    other.use === medicine.use &&
    JSON.stringify(other.strength) === JSON.stringify(medicine.strength)
  );
};

const failures = (
  ask: (product: DictionaryProduct) => readonly { name: string; codes: readonly ProductCode[] }[],
): string[] =>
  products
    .filter((product) => nameOf(product) !== TWO_USES)
    .flatMap((product) =>
      ask(product)
        .filter((question) => !isItself(product, identify(question)))
        .map((question) => `${product.name}: ${JSON.stringify(question)}`),
    );

describe("every product of the dictionary", () => {
  it("is itself under its own name, in capitals and with spaced or closed units", () => {
    expect(
      failures((product) => {
        const name = nameOf(product);
        return [
          name,
          name.toUpperCase(),
          name.replace(/(\d)(mg|micro|ml)/g, "$1 $2"),
          `  ${name} (A Supplier Ltd)`,
        ].map((each) => ({ name: each, codes: [] }));
      }),
    ).toEqual([]);
  });

  it("is itself by each of its dm+d codes, with and without a system and a name", () => {
    expect(
      failures((product) =>
        product.dmdCodes.flatMap((code) => [
          { name: "", codes: [{ system: "https://dmd.nhs.uk", code }] },
          { name: "", codes: [{ system: null, code }] },
          { name: nameOf(product), codes: [{ system: "http://snomed.info/sct", code }] },
        ]),
      ),
    ).toEqual([]);
  });

  it("is itself by each of its BNF codes", () => {
    expect(
      failures((product) =>
        product.bnfCodes.flatMap((code) => [
          { name: "", codes: [{ system: null, code }] },
          { name: nameOf(product), codes: [{ system: "bnf", code }] },
        ]),
      ),
    ).toEqual([]);
  });

  it("has its strength in its own name, or none at all", () => {
    const certain = products.filter((product) => product.medicine !== null && product.brandName === null);
    expect(certain.length).toBe(442);
    expect(products.filter((product) => product.brandName === null).length).toBe(464);
    for (const { name, medicine } of certain) expect(name, name).toMatch(medicine === null ? /$^/ : /\d/);
  });

  it("shares no code with another product of another strength", () => {
    const seen = new Map<string, string>();
    for (const product of products)
      for (const code of [...product.dmdCodes, ...product.bnfCodes]) {
        const strength = JSON.stringify([product.substance, product.medicine?.strength ?? null]);
        expect(seen.get(code) ?? strength, code).toBe(strength);
        seen.set(code, strength);
      }
    expect(seen.size).toBeGreaterThan(3000);
  });

  it("has a patch exactly where there is a wear time", () => {
    const wrong = products.filter(
      ({ medicine }) => medicine !== null && (medicine.wear !== null) !== (medicine.countedIn === "patch"),
    );
    expect(wrong).toEqual([]);
  });
});

it.each([
  ["MST Continus 30mg tablets", "MST Continus"],
  ["Temgesic 200microgram sublingual tablets", "Temgesic"],
  ["Oramorph 10mg/5ml oral solution unit dose vials", "Oramorph"],
  ["Paramol soluble tablets", "Paramol"],
  ["Nurofen Plus tablets", "Nurofen Plus"],
  ["Kaodene oral suspension", "Kaodene"],
  ["Codis 500 dispersible tablets", "Codis 500"],
  ["Cyclimorph 10 solution for injection 1ml ampoules", "Cyclimorph 10"],
  ["Zamadol 24hr 150mg modified-release tablets", "Zamadol 24hr"],
])("%s: the brand is %s", (name, brand) => {
  expect(products.find((product) => product.brandName === name)?.medicine?.brand).toBe(brand);
});

it.each([
  ["Morphine 10mg tablets", { per: "unit", amount: measure(ratio(10), "mg") }],
  [
    "Morphine sulfate 10mg/5ml oral solution",
    { per: "volume", amount: measure(ratio(10), "mg"), volume: measure(ratio(5), "ml") },
  ],
  ["Morphine sulfate 10mg/1ml solution for injection ampoules", { per: "unit", amount: measure(ratio(10), "mg") }],
  [
    "Buprenorphine 52.5micrograms/hour transdermal patches",
    { per: "hour", amount: measure(ratio(105, 2), "microgram/hour") },
  ],
  ["Kaolin and Morphine mixture", undefined],
])("%s: the strength keeps its unit", (name, strength) => {
  const { medicine } = products.find((product) => product.name === name) ?? {};
  expect(medicine?.strength).toEqual(strength);
  expect(medicine?.use).toBe(strength === undefined ? undefined : "analgesic");
});
