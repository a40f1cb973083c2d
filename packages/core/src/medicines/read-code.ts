import { TABLE } from "./dictionary.ts";
import { dictionary, type Hit } from "./dictionary-index.ts";
import type { Opioid, ProductCode } from "./types.ts";

/** What a code says: a product, or no more than the opioid in it; null where the code is not known here. */
export type CodeReading =
  | { readonly kind: "product"; readonly hit: Hit; readonly system: "dmd" | "bnf" }
  | { readonly kind: "substance"; readonly substance: Opioid; readonly maintenance: boolean }
  | null;

type System = "dmd" | "bnf" | "rxnorm" | "atc" | "other" | "not-said";

/** OIDs of SNOMED CT and its UK edition (dm+d codes are SNOMED CT codes), RxNorm and ATC. */
const OIDS: ReadonlyMap<string, System> = new Map([
  ["2.16.840.1.113883.6.96", "dmd"],
  ["2.16.840.1.113883.2.1.3.2.4.15", "dmd"],
  ["2.16.840.1.113883.6.88", "rxnorm"],
  ["2.16.840.1.113883.6.73", "atc"],
]);

const systemOf = (system: string | null): System => {
  const name = (system ?? "").trim().toLowerCase().split("|")[0] as string;
  if (name === "") return "not-said";
  const oid = OIDS.get(name.replace(/^urn:oid:/, ""));
  if (oid !== undefined) return oid;
  if (/rxnorm/.test(name)) return "rxnorm";
  if (/whocc\.no|\batc\b/.test(name)) return "atc";
  if (/\bbnf\b|bnf-code|bnfcode/.test(name)) return "bnf";
  return /dmd|dm\+d|snomed/.test(name) ? "dmd" : "other";
};

const byDmd = (code: string): CodeReading => {
  const hit = dictionary().byDmd.get(code);
  return hit === undefined ? null : { kind: "product", hit, system: "dmd" };
};

/**
 * BNF 4.10.3 chemicals of opioid maintenance (codes read in public NHSBSA code, as in the facts; 0410030E0 is naltrexone,
 * no opioid analgesic).
 */
const MAINTENANCE: readonly (readonly [prefix: string, Opioid])[] = [
  ["0410030C0", "methadone"],
  ["0410030A0", "buprenorphine"],
  ["0410030B0", "buprenorphine"],
];

const byBnf = (code: string): CodeReading => {
  const whole = dictionary().byBnf.get(code);
  if (whole !== undefined) return { kind: "product", hit: whole, system: "bnf" };
  // A brand's code ends in the two letters that its generic repeats: the generic is chemical + AA + those letters twice.
  const generic = /^([0-9A-Z]{9})[0-9A-Z]{4}([0-9A-Z]{2})$/.exec(code);
  const hit = generic === null ? undefined : genericOf(generic[1] as string, generic[2] as string);
  if (hit !== undefined) return { kind: "product", hit, system: "bnf" };
  const maintenance = MAINTENANCE.find(([prefix]) => code.startsWith(prefix));
  if (maintenance !== undefined) return { kind: "substance", substance: maintenance[1], maintenance: true };
  const substance = TABLE.chemicals[code.slice(0, 9)];
  return substance === undefined ? null : { kind: "substance", substance, maintenance: false };
};

const genericOf = (chemical: string, letters: string): Hit | undefined =>
  dictionary().byBnf.get(`${chemical}AA${letters}${letters}`);

const ingredient = (table: Readonly<Record<string, Opioid>>, code: string): CodeReading => {
  const substance = Object.hasOwn(table, code) ? table[code] : undefined;
  // N07BC: medicines used in opioid dependence. The code of methadone stands there for every use, so only its neighbours tell.
  return substance === undefined ? null : { kind: "substance", substance, maintenance: code === "N07BC51" };
};

/**
 * What one product code says. The system may be either FHIR address of dm+d, an OID, a word, or missing:
 * then dm+d, BNF and ATC codes are known by their shape and by being in the dictionary.
 * @example readCode({ system: "https://dmd.nhs.uk", code: "36127311000001102" })?.kind // "product"
 */
export const readCode = ({ system, code: raw }: ProductCode): CodeReading => {
  const code = raw.trim().toUpperCase();
  switch (systemOf(system)) {
    case "dmd":
      return byDmd(code);
    case "bnf":
      return byBnf(code);
    case "rxnorm":
      return ingredient(TABLE.rxnorm, code);
    case "atc":
      return ingredient(TABLE.atc, code);
    case "other":
      return null;
    case "not-said":
      if (/^\d{6,18}$/.test(code)) return byDmd(code);
      if (/^\d{7}[0-9A-Z]{2}(?:[0-9A-Z]{6})?$/.test(code)) return byBnf(code);
      return ingredient(TABLE.atc, code);
  }
};
