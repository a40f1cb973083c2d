/**
 * Makes packages/core/src/medicines/data/medicines.json from a folder of clinical facts:
 *   node scripts/build-medicines.ts FACTS_DIR
 * The only place that reads the facts. Strengths are read again from each product's own name and compared with the
 * facts, with the CPRD Aurum list and with the OME per unit that OpenPrescribing published; any difference stops the build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface FactProduct {
  name: string;
  opioid: string;
  bnf_presentation_code: string | null;
  dmd_vmp_id: string | null;
  previous_dmd_vmp_ids?: string[];
  route: string;
  form?: string;
  release?: string;
  opioid_mg?: number;
  per_ml?: number;
  opioid_mcg_per_hour?: number;
  rxnorm_ingredient?: string | null;
  atc?: string | null;
  brands?: string[];
  probable_special_or_obsolete?: boolean;
  source: string;
}
interface Presentation {
  bnf_code: string;
  name: string;
  names: string[];
  chemical: string;
  generic: boolean;
  equivalent_generic: string;
  dmd: { id: string; type: string; term: string; cprd_aurum?: { substance: string; strength: string } }[];
}
interface Brand {
  name: string;
  bnf?: string[];
  amps?: string[];
}
interface Row {
  id: string;
  name: string;
  substance: string;
  with?: string[];
  mg?: string;
  ml?: string;
  microgramsPerHour?: string;
  form: string;
  route: string;
  release: string;
  countedIn: string;
  use?: string;
  special?: true;
  bnf?: string[];
  previous?: string[];
  amps?: string[];
  brands?: Brand[];
  source: string;
}

const facts = process.argv[2];
if (facts === undefined) throw new Error("give the folder of facts: node scripts/build-medicines.ts FACTS_DIR");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(facts, file), "utf8")) as T;
const uk = read<{ products: FactProduct[]; dependence_products: FactProduct[] }>("uk_opioid_products.json");
const bnf = read<{ presentations: Presentation[] }>("bnf_opioids.json").presentations;

/** Strengths that a name does not carry are left out: the product is then refused by name. */
const decimal = (value: number): string => String(value);

const COMBINATIONS: Record<string, string[]> = {
  "co-codamol": ["paracetamol"],
  "co-dydramol": ["paracetamol"],
  "co-proxamol": ["paracetamol"],
  "co-codaprin": ["aspirin"],
  "generic codasolve": ["paracetamol", "caffeine"],
};

const OPIOID_WORD =
  /\b(alfentanil|buprenorphine|codeine|dextromoramide|dextropropoxyphene|diamorphine|dihydrocodeine|dipipanone|fentanyl|hydromorphone|meptazinol|methadone|morphine|nalbuphine|oxycodone|papaveretum|pentazocine|pethidine|tapentadol|tramadol)\b/i;

/** The other ingredients of "Tramadol 37.5mg / Paracetamol 325mg tablets": each part but the opioid's, up to its strength. */
const otherIngredients = (name: string): string[] => {
  for (const [start, others] of Object.entries(COMBINATIONS)) if (name.toLowerCase().startsWith(start)) return others;
  const parts = name.split(" / ");
  if (parts.length === 1) return [];
  return parts
    .filter((part) => !OPIOID_WORD.test(part))
    .map((part) => /^[A-Za-z ]+?(?= \d)/.exec(part)?.[0].toLowerCase() ?? "")
    .filter((part) => part !== "")
    .map((part) => part.replace(/ (hydrobromide|tartrate|light)$/, ""));
};

const toMg = (value: string, unit: string): number =>
  unit === "g" ? Number(value) * 1000 : unit === "mg" ? Number(value) : Number(value) / 1000;

/** The opioid's strength as the name prints it; null where it prints none. */
const strengthInName = (name: string): { mg?: number; ml?: number; perHour?: number } | null => {
  const combination = /^co-(codamol|dydramol|proxamol|codaprin) ([\d.]+)mg\/[\d.]+mg(?:\/([\d.]+)ml)?/i.exec(name);
  if (combination !== null)
    return { mg: Number(combination[2]), ...(combination[3] === undefined ? {} : { ml: Number(combination[3]) }) };
  const part = name.split(" / ").find((each) => OPIOID_WORD.test(each)) ?? name;
  const patch = /([\d.]+)micrograms?\/hour/.exec(part);
  if (patch !== null) return { perHour: Number(patch[1]) };
  const plain = /([\d.]+)(mg|micrograms?|g)(?:\/([\d.]*)(ml))?\b/.exec(part);
  if (plain === null) return null;
  const mg = toMg(plain[1] as string, (plain[2] as string).replace(/s$/, ""));
  return plain[4] === undefined ? { mg } : { mg, ml: plain[3] === "" ? 1 : Number(plain[3]) };
};

const same = (a: number | undefined, b: number | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-9);

const routeOf = (product: FactProduct): string => {
  const form = `${product.form ?? ""} ${product.name}`.toLowerCase();
  if (/sublingual/.test(form)) return "sublingual";
  if (/buccal/.test(form)) return "buccal";
  if (/nasal/.test(form)) return "nasal";
  if (/lozenge|lyophilisate/.test(form)) return "oromucosal";
  return product.route;
};

const formOf = (product: FactProduct): string => {
  const name = product.name.toLowerCase();
  if (/powder sachets/.test(name))
    return name.includes("effervescent") ? "effervescent powder sachets" : "oral powder sachets";
  if (/granules sachets/.test(name)) return "modified-release granules sachets";
  if (/(ampoules|vials|syringes|bags)( sugar free)?$/.test(name) && product.route === "parenteral")
    return (
      /(powder for )?(solution for (injection|infusion) )?(ampoules|vials|pre-filled syringes|infusion bags)/.exec(
        name,
      )?.[0] ?? "injection"
    ).trim();
  if (product.form !== undefined) return product.form;
  return /sublingual/.test(name)
    ? "sublingual tablets"
    : /lyophilisate/.test(name)
      ? "oral lyophilisates"
      : "oral solution";
};

const countedIn = (form: string): string => {
  if (/sachet/.test(form)) return "sachet";
  if (/patch/.test(form)) return "patch";
  if (/ampoule/.test(form)) return "ampoule";
  if (/vial|syringe|bag/.test(form)) return "unit";
  if (/tablet|lyophilisate/.test(form)) return "tablet";
  if (/capsule/.test(form)) return "capsule";
  if (/lozenge/.test(form)) return "lozenge";
  if (/film/.test(form)) return "film";
  if (/suppositor/.test(form)) return "suppository";
  if (/spray/.test(form)) return "spray";
  if (/cigarette/.test(form)) return "cigarette";
  if (/gel|powder/.test(form)) return "g";
  return "ml";
};

const problems: string[] = [];

const rowOf = (product: FactProduct): Row => {
  const inName = strengthInName(product.name);
  const agrees =
    inName !== null &&
    same(inName.mg, product.opioid_mg ?? undefined) &&
    same(inName.perHour, product.opioid_mcg_per_hour ?? undefined) &&
    same(inName.ml, product.per_ml ?? undefined);
  const stated = (product.opioid_mg ?? product.opioid_mcg_per_hour ?? null) !== null;
  if (stated && !agrees)
    problems.push(
      `${product.name}: the facts say ${product.opioid_mg}/${product.per_ml}, the name ${JSON.stringify(inName)}`,
    );
  const form = formOf(product);
  const counted = countedIn(form);
  const row: Row = {
    id: product.dmd_vmp_id ?? "",
    name: product.name,
    substance: product.opioid.split("/")[0] as string,
    form,
    route: routeOf(product),
    release: product.release ?? "immediate",
    countedIn: counted,
    source: product.source,
  };
  const others = otherIngredients(product.name);
  if (others.length > 0) row.with = others;
  // An ampoule, vial or syringe is counted whole: "20mg/2ml ... ampoules" is 20 mg each.
  if (agrees && product.opioid_mg != null) {
    row.mg = decimal(product.opioid_mg);
    if (product.per_ml != null) row.ml = decimal(product.per_ml);
  }
  if (agrees && product.opioid_mcg_per_hour != null) row.microgramsPerHour = decimal(product.opioid_mcg_per_hour);
  if (product.probable_special_or_obsolete === true) row.special = true;
  if ((product.previous_dmd_vmp_ids ?? []).length > 0) row.previous = product.previous_dmd_vmp_ids as string[];
  return row;
};

const withoutSupplier = (name: string): string => name.replace(/ \([^()]*\)$/, "");

const rows: Row[] = uk.products.map((product) => {
  const row = rowOf(product);
  if (product.bnf_presentation_code !== null) row.bnf = [product.bnf_presentation_code];
  return row;
});
const byBnf = new Map<string, Row[]>();
for (const row of rows) for (const code of row.bnf ?? []) byBnf.set(code, [...(byBnf.get(code) ?? []), row]);
const byName = new Map(rows.map((row) => [row.name, row]));

const addBrand = (row: Row, name: string, code: string | null, amps: readonly string[]): void => {
  row.brands ??= [];
  let brand = row.brands.find((each) => each.name === name);
  if (brand === undefined) row.brands.push((brand = { name }));
  if (code !== null) brand.bnf = [...new Set([...(brand.bnf ?? []), code])];
  if (amps.length > 0) brand.amps = [...new Set([...(brand.amps ?? []), ...amps])];
};

/** Where one BNF code holds two forms (solution and suspension), the form in the pack's own name decides. */
const rowFor = (candidates: readonly Row[], name: string): Row =>
  candidates.find((row) => withoutSupplier(name) === row.name) ?? (candidates[0] as Row);

/**
 * Old BNF presentations that have no dm+d product in the facts, by the product that they are;
 * those not named here carry no certain strength and are left to be read, or refused, by name.
 */
const OLD_PRESENTATIONS: Record<string, string> = {
  "0407010N0AAADAD": "Co-dydramol 10mg/500mg/5ml oral suspension",
  "0407010N0AAAEAE": "Co-dydramol 7.46mg/500mg tablets",
  "0407010N0AAAFAF": "Co-dydramol 10mg/500mg oral powder sachets",
  "0407010Q0AAABAB": "Co-proxamol 32.5mg/325mg/5ml oral suspension",
  "040702040AAAVAV": "Tramadol 100mg modified-release tablets",
  "040702040AAAWAW": "Tramadol 150mg modified-release tablets",
  "040702040AAAXAX": "Tramadol 200mg modified-release tablets",
  "040702050AAAHAH": "Hydromorphone 20mg/1ml solution for injection ampoules",
  "040702050AAAIAI": "Hydromorphone 50mg/1ml solution for injection ampoules",
  "040702050AAAJAJ": "Hydromorphone 10mg/1ml solution for injection ampoules",
  "0407020L0AAAAAA": "Meptazinol 100mg/1ml solution for injection ampoules",
  "0407020L0AAABAB": "Meptazinol 200mg tablets",
  "0407020Q0AAA1A1": "Morphine sulfate 10mg/10ml solution for injection ampoules",
  "0407020Q0AAA9A9": "Morphine sulfate 5mg/5ml solution for injection ampoules",
  "0407020Q0AAAQAQ": "Morphine sulfate 2mg/10ml solution for injection ampoules",
  "0407020Q0AABLBL": "Morphine sulfate 15mg suppositories",
  "0407020Q0AABMBM": "Morphine sulfate 30mg suppositories",
  "0407020Q0AACSCS": "Morphine sulfate 10mg/5ml oral solution unit dose vials sugar free",
  "0407020Q0AAEKEK": "Morphine sulfate 10mg/5ml oral solution",
};

for (const presentation of bnf) {
  const old = OLD_PRESENTATIONS[presentation.bnf_code];
  if (old !== undefined) {
    const row = byName.get(old);
    if (row === undefined) problems.push(`no product named ${old}`);
    else if (row.bnf?.includes(presentation.bnf_code) !== true) row.bnf = [...(row.bnf ?? []), presentation.bnf_code];
    if (row !== undefined) byBnf.set(presentation.bnf_code, [row]);
  }
}

for (const presentation of bnf) {
  const candidates = byBnf.get(presentation.equivalent_generic);
  if (candidates === undefined) continue;
  const first = candidates[0] as Row;
  if (candidates.some((row) => row.mg !== first.mg || row.ml !== first.ml))
    problems.push(`${presentation.bnf_code}: two strengths`);
  const amps = presentation.dmd.filter((each) => each.type === "AMP");
  for (const previous of presentation.dmd.filter((each) => each.term.startsWith("VMP previous to "))) {
    const row = rows.find((each) => each.id === previous.term.slice("VMP previous to ".length));
    if (row !== undefined && row.previous?.includes(previous.id) !== true)
      row.previous = [...(row.previous ?? []), previous.id];
  }
  if (!presentation.generic)
    addBrand(
      first,
      withoutSupplier(amps[0]?.term ?? presentation.name),
      presentation.bnf_code,
      amps.map((each) => each.id),
    );
  else
    for (const amp of amps) {
      const row = rowFor(candidates, amp.term);
      if (withoutSupplier(amp.term) === row.name || !/^(?!Generic )/.test(amp.term))
        row.amps = [...(row.amps ?? []), amp.id];
      else addBrand(row, withoutSupplier(amp.term), null, [amp.id]);
    }
}

// Brands that only the product list names (tapentadol capsules have no row in the BNF list).
uk.products.forEach((product, index) => {
  for (const name of product.brands ?? []) {
    const row = rows[index] as Row;
    const known = (row.brands ?? []).some((each) => each.name === withoutSupplier(name));
    if (!known && withoutSupplier(name) !== row.name) addBrand(row, withoutSupplier(name), null, []);
  }
});

/** BNF 4.10 as the Northern Ireland formulary lists it: shown, never summed. */
const MAINTENANCE_NAMES: Record<string, { generic: string; with?: string[] }> = {
  "Espranor 2mg oral lyophilisate": { generic: "Buprenorphine 2mg oral lyophilisates sugar free" },
  "Espranor 8mg oral lyophilisate": { generic: "Buprenorphine 8mg oral lyophilisates sugar free" },
  "Suboxone 2mg/500microgram sublingual tablets": {
    generic: "Buprenorphine 2mg / Naloxone 500microgram sublingual tablets",
    with: ["naloxone"],
  },
  "Suboxone 8mg/2mg sublingual tablets": {
    generic: "Buprenorphine 8mg / Naloxone 2mg sublingual tablets",
    with: ["naloxone"],
  },
  "Suboxone 16mg/4mg sublingual tablets": {
    generic: "Buprenorphine 16mg / Naloxone 4mg sublingual tablets",
    with: ["naloxone"],
  },
};
for (const product of uk.dependence_products) {
  // 400 micrograms is the same dm+d product as the analgesic; which use is meant, the code or the brand must tell.
  if (product.name === "Buprenorphine 400microgram sublingual tablets") continue;
  const named = MAINTENANCE_NAMES[product.name];
  const row = rowOf({ ...product, name: named?.generic ?? product.name });
  row.id = `maintenance ${row.name.toLowerCase()}`;
  row.use = "maintenance";
  if (named !== undefined) addBrand(row, product.name.replace(/lyophilisate$/, "lyophilisates"), null, []);
  const code = /^[0-9A-Z]{15}/.exec(product.bnf_presentation_code ?? "")?.[0];
  if (code !== undefined) row.bnf = [code];
  rows.push(row);
}

// Second and third opinion on strength: the CPRD Aurum list, pack by pack.
const cprdOpioid = (text: { substance: string; strength: string }): number | null => {
  const substances = text.substance.split("/");
  const strengths = text.strength.split(" + ");
  const at = substances.findIndex((each) => OPIOID_WORD.test(each));
  const found = /^([\d.]+)(mg|microgram|gram)(?:\/([\d.]+)(ml|hour|dose|unit dose))?$/.exec(
    (strengths[at] ?? "").trim(),
  );
  if (found === null) return null;
  const mg =
    found[2] === "gram" ? Number(found[1]) * 1000 : found[2] === "mg" ? Number(found[1]) : Number(found[1]) / 1000;
  return found[3] === undefined ? mg : mg / Number(found[3]);
};
let cprdCompared = 0;
const cprdDiffers: string[] = [];
for (const presentation of bnf)
  for (const each of presentation.dmd) {
    const row = (byBnf.get(presentation.equivalent_generic) ?? [])[0];
    if (each.cprd_aurum === undefined || row === undefined) continue;
    const theirs = cprdOpioid(each.cprd_aurum);
    const ours =
      row.microgramsPerHour !== undefined
        ? Number(row.microgramsPerHour) / 1000
        : row.mg === undefined
          ? null
          : Number(row.mg) / Number(row.ml ?? 1);
    if (theirs === null || ours === null) continue;
    cprdCompared += 1;
    if (Math.abs(theirs - ours) > 1e-6 * ours)
      cprdDiffers.push(
        `${row.name}: ${ours} here, ${theirs} in CPRD (${each.cprd_aurum.substance} ${each.cprd_aurum.strength})`,
      );
  }

/** Chemicals whose every presentation holds this one opioid; compound groups (ibuprofen, cough mixtures) are left out. */
const WHOLE_CHEMICALS = /^(040702|0407010[FMNQ]|0309010[CNS])/;
const chemicals: Record<string, string> = {};
for (const presentation of bnf) {
  const row = (byBnf.get(presentation.equivalent_generic) ?? [])[0];
  if (row === undefined || !WHOLE_CHEMICALS.test(presentation.chemical)) continue;
  const known = chemicals[presentation.chemical];
  if (known !== undefined && known !== row.substance)
    problems.push(`${presentation.chemical}: ${known} and ${row.substance}`);
  chemicals[presentation.chemical] = row.substance;
}
for (const product of uk.products)
  if (WHOLE_CHEMICALS.test(product.bnf_presentation_code ?? ""))
    chemicals[(product.bnf_presentation_code ?? "").slice(0, 9)] = product.opioid;

const rxnorm: Record<string, string> = {};
const atc: Record<string, string> = {};
for (const product of uk.products) {
  if (product.rxnorm_ingredient) rxnorm[product.rxnorm_ingredient] = product.opioid;
  for (const code of product.atc?.match(/[A-Z]\d{2}[A-Z]{2}\d{2}/g) ?? []) atc[code] = product.opioid;
}

if (problems.length > 0) throw new Error(problems.join("\n"));
const provenance = {
  made: "by scripts/build-medicines.ts; do not edit by hand",
  sources: [
    "OSF: opensafely/opioids-covid-research code lists of January 2024 (opioid-containing medicines by route), commit 0e45b0d3",
    "OSF-WL: opensafely/waiting-list code lists of May 2024 (opioids for analgesia), commit c0b16e12",
    "BNF codes and names: ebmdatalab/opioid-measure-rework, commit e412215",
    "CPRD Aurum opioid list, Pharmacoepi-Data-Collaborative (strengths compared, not copied)",
    "NIF: Northern Ireland Formulary 4.10.1, opioid maintenance prescribing",
    "RxNorm and ATC ingredient codes: as read in public research code (source key ATC)",
  ],
  dateRead: "2026-11-21",
  licences: [
    "dm+d and BNF codes: NHSBSA, Open Government Licence v3.0",
    "CPRD Aurum opioid list: CC BY 4.0, Pharmacoepi-Data-Collaborative",
  ],
  reviewer: "not yet reviewed by a clinician",
  note: "Not today's market. A product without mg or microgramsPerHour has no certain strength and is refused by name.",
};
const line = (value: unknown): string => JSON.stringify(value);
const text = `{\n"provenance": ${JSON.stringify(provenance, null, 1)},\n"chemicals": ${line(chemicals)},\n"rxnorm": ${line(rxnorm)},\n"atc": ${line(atc)},\n"rows": [\n${rows.map(line).join(",\n")}\n]\n}\n`;
writeFileSync(new URL("../packages/core/src/medicines/data/medicines.json", import.meta.url), text);
const refused = rows.filter((row) => row.mg === undefined && row.microgramsPerHour === undefined);
process.stdout.write(
  `${rows.length} products, ${rows.reduce((n, row) => n + (row.brands?.length ?? 0), 0)} brand names, ${refused.length} without a certain strength\n` +
    `CPRD: ${cprdCompared} compared, ${cprdDiffers.length} differ\n${[...new Set(cprdDiffers)].join("\n")}\n` +
    `without strength:\n${refused.map((row) => `  ${row.name}`).join("\n")}\n`,
);
