import { compare } from "../quantity/ratio.ts";
import { medicineOf } from "./dictionary.ts";
import { mayBeProduct, sameProduct, shareBnfCode } from "./name-against-code.ts";
import { substanceRead, type NameReading } from "./name-reading.ts";
import { readCode, type CodeReading } from "./read-code.ts";
import { readName } from "./read-name.ts";
import type { Identification, IdentificationProblem, Medicine, Opioid, ProductText } from "./types.ts";

type Use = "analgesic" | "maintenance" | "not-certain";
type Known = NonNullable<CodeReading>;

const refuse = (problem: IdentificationProblem, substance: Opioid | null, use: Use): Identification => ({
  kind: "refused",
  problem,
  substance,
  use,
});

const noStrength = (substance: Opioid, found: string, use: Use): Identification =>
  refuse({ code: "strength-not-certain", substance, found }, substance, use);

/** Methadone and buprenorphine serve both uses; every other opioid here is an analgesic. */
const usualUse = (substance: Opioid, maintenance: boolean): Use => {
  if (maintenance) return "maintenance";
  return substance === "methadone" || substance === "buprenorphine" ? "not-certain" : "analgesic";
};

/**
 * Buprenorphine 400 micrograms under the tongue is one dm+d product for pain and for dependence:
 * its brand or its BNF code tells which, the generic name does not.
 */
const useNotTold = (medicine: Medicine, byBnfCode: boolean): boolean =>
  !byBnfCode &&
  medicine.substance === "buprenorphine" &&
  medicine.route === "sublingual" &&
  medicine.brand === null &&
  compare(medicine.strength.amount.value, { n: 2, d: 5 }) === 0;

const accept = (
  medicine: Medicine,
  by: "code" | "name" | "code-and-name",
  byBnfCode: boolean,
  name: string,
): Identification =>
  useNotTold(medicine, byBnfCode)
    ? noStrength(medicine.substance, `${name || medicine.name}: for pain or for dependence is not said`, "not-certain")
    : { kind: "opioid", medicine, by };

const sayCode = (reading: Known): string =>
  reading.kind === "product" ? (reading.hit.brand?.name ?? reading.hit.entry.row.name) : reading.substance;

const substanceOf = (reading: Known): Opioid =>
  reading.kind === "product" ? reading.hit.entry.row.substance : reading.substance;

const disagree = (code: Known, name: string, named: NameReading): Identification => {
  const byName = named.kind === "medicine" || named.kind === "no-strength" ? substanceRead(named) : null;
  const substance = byName === substanceOf(code) ? byName : null;
  const use = substance === null ? "not-certain" : usualUse(substance, false);
  return refuse({ code: "code-and-name-disagree", byCode: sayCode(code), byName: name }, substance, use);
};

const byProductCode = (code: Extract<Known, { kind: "product" }>, name: string): Identification => {
  const { entry } = code.hit;
  const fromBnf = code.system === "bnf";
  const own = medicineOf(entry, code.hit.brand);
  const refusedByCode = (): Identification =>
    noStrength(
      entry.row.substance,
      name || entry.row.name,
      usualUse(entry.row.substance, entry.row.use === "maintenance"),
    );
  if (name === "") return own === null ? refusedByCode() : accept(own, "code", fromBnf, name);
  const named = readName(name);
  if (named.kind === "medicine" && sameProduct(named, entry)) {
    const product = named.entry !== null && shareBnfCode(named.entry, entry) ? named.entry : entry;
    const medicine = medicineOf(product, named.brand ?? code.hit.brand);
    return medicine === null ? refusedByCode() : accept(medicine, "code-and-name", fromBnf, name);
  }
  if (named.kind !== "no-strength") return disagree(code, name, named);
  if (own === null) return named.substance === entry.row.substance ? refusedByCode() : disagree(code, name, named);
  return mayBeProduct(named, entry) ? accept(own, "code-and-name", fromBnf, name) : disagree(code, name, named);
};

const bySubstanceCode = (code: Extract<Known, { kind: "substance" }>, name: string): Identification => {
  const use = usualUse(code.substance, code.maintenance);
  if (name === "") return noStrength(code.substance, "a code of the ingredient, without a name", use);
  const named = readName(name);
  if (named.kind === "no-strength" && named.substance === code.substance)
    return noStrength(code.substance, name, code.maintenance || named.maintenance ? "maintenance" : use);
  if (named.kind !== "medicine" || named.medicine.substance !== code.substance) return disagree(code, name, named);
  const medicine: Medicine = code.maintenance ? { ...named.medicine, use: "maintenance" } : named.medicine;
  return accept(medicine, "code-and-name", code.maintenance, name);
};

const byNameOnly = (name: string): Identification => {
  const named = readName(name);
  switch (named.kind) {
    case "medicine":
      return accept(named.medicine, "name", false, name);
    case "no-strength":
      return noStrength(named.substance, name, usualUse(named.substance, named.maintenance));
    case "substance-in-doubt":
      return refuse({ code: "substance-not-certain", found: name }, null, "not-certain");
    case "companion":
      return { kind: "companion", class: named.class, substance: named.substance };
    case "not-watched":
      return { kind: "not-watched" };
  }
};

const sameAnswer = (a: Known, b: Known): boolean => {
  if (substanceOf(a) !== substanceOf(b)) return false;
  return (
    a.kind !== "product" ||
    b.kind !== "product" ||
    a.hit.entry === b.hit.entry ||
    shareBnfCode(a.hit.entry, b.hit.entry)
  );
};

/** Of codes that agree, the one that says most: a product before an ingredient, a BNF code or brand before a bare dm+d one. */
const sayingMost = (codes: readonly Known[]): Known | undefined => codes.toSorted((a, b) => weight(b) - weight(a))[0];

const weight = (code: Known): number =>
  code.kind === "substance"
    ? code.maintenance
      ? 8
      : 0
    : 1 + (code.system === "bnf" ? 2 : 0) + (code.hit.brand === null ? 0 : 4);

/**
 * What a product is, by its codes and its name: an opioid of certain strength, a companion that is watched beside an
 * opioid, a product that is neither, or refused.
 * Strengths are mg in one counted thing or in a volume in ml, micrograms an hour for a patch; only the opioid counts.
 * Refuses: an opioid whose strength or use is not certain; a code and a name (or two codes) that are different products;
 * a name with two opioids. An unknown code leaves the name to decide.
 * Source: data/medicines.json (dm+d and BNF lists), wear.ts; companions by name, companions.ts.
 * @example identify({ name: "MST Continus 30mg tablets", codes: [] }).kind // "opioid", morphine 30 mg, modified release
 */
export const identify = (product: ProductText): Identification => {
  const name = product.name.trim();
  const known = product.codes.map(readCode).filter((each) => each !== null);
  const best = sayingMost(known);
  if (best === undefined) return byNameOnly(name);
  const other = known.find((each) => !sameAnswer(best, each));
  if (other !== undefined)
    return refuse(
      { code: "code-and-name-disagree", byCode: `${sayCode(best)}; ${sayCode(other)}`, byName: name },
      null,
      "not-certain",
    );
  return best.kind === "product" ? byProductCode(best, name) : bySubstanceCode(best, name);
};
