import { measure } from "../quantity/measure.ts";
import { parseDecimal, type Ratio } from "../quantity/ratio.ts";
import data from "./data/medicines.json" with { type: "json" };
import { familyOfForm, type FormFamily } from "./form-words.ts";
import type { CountedIn, Medicine, Opioid, Release, Route, Strength } from "./types.ts";
import { wearTime } from "./wear.ts";

/** One product of the generated table; a brand is a name (and codes) of it. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly substance: Opioid;
  readonly with?: readonly string[];
  readonly mg?: string;
  readonly ml?: string;
  readonly microgramsPerHour?: string;
  readonly form: string;
  readonly route: Route;
  readonly release: Release;
  readonly countedIn: CountedIn;
  readonly use?: "maintenance";
  readonly special?: true;
  readonly bnf?: readonly string[];
  readonly previous?: readonly string[];
  readonly amps?: readonly string[];
  readonly brands?: readonly Brand[];
  readonly source: string;
}

export interface Brand {
  readonly name: string;
  readonly bnf?: readonly string[];
  readonly amps?: readonly string[];
}

/** A product with its strength read, under its generic name or one of its brands. */
export interface Entry {
  readonly row: Row;
  readonly family: FormFamily;
  /** As printed: "20mg/2ml ... ampoules" is 20 mg and 2 ml, though an ampoule is counted whole. */
  readonly mg: Ratio | null;
  readonly ml: Ratio | null;
  readonly microgramsPerHour: Ratio | null;
}

interface Table {
  readonly provenance: { readonly sources: readonly string[]; readonly dateRead: string; readonly reviewer: string };
  readonly chemicals: Readonly<Record<string, Opioid>>;
  readonly rxnorm: Readonly<Record<string, Opioid>>;
  readonly atc: Readonly<Record<string, Opioid>>;
  readonly rows: readonly Row[];
}

export const TABLE = data as unknown as Table;

const exact = (text: string | undefined): Ratio | null => (text === undefined ? null : parseDecimal(text));

const entryOf = (row: Row): Entry => ({
  row,
  family: familyOfForm(row.form),
  mg: exact(row.mg),
  ml: exact(row.ml),
  microgramsPerHour: exact(row.microgramsPerHour),
});

let entries: readonly Entry[] | null = null;

/** Every product of the table, built when first asked for. */
export const allEntries = (): readonly Entry[] => (entries ??= TABLE.rows.map(entryOf));

const strengthOf = (entry: Entry): Strength | null => {
  if (entry.microgramsPerHour !== null)
    return { per: "hour", amount: measure(entry.microgramsPerHour, "microgram/hour") };
  if (entry.mg === null) return null;
  const amount = measure(entry.mg, "mg");
  if (entry.row.countedIn === "ml")
    return entry.ml === null ? null : { per: "volume", amount, volume: measure(entry.ml, "ml") };
  return { per: "unit", amount };
};

/** From its strength on, a name tells no more of the brand. */
export const STRENGTH_ONWARDS = /\s[\d.]+(mg|micrograms?|g|ml)\b.*/i;
const FORM_AT_END =
  /(\s(oral|soluble|dispersible|chewable|effervescent|tablets|capsules|caplets|solution|suspension|linctus|paediatric|sugar free|for injection|1ml ampoules|2ml ampoules|suppositories))+$/i;

/**
 * The brand without strength and form.
 * @example brandWords("MST Continus 30mg tablets") // "MST Continus"
 */
const brandWords = (name: string): string => name.replace(STRENGTH_ONWARDS, "").replace(FORM_AT_END, "");

/** The product under its generic name (brand null) or a brand; null where its strength is not certain. */
export const medicineOf = (entry: Entry, brand: Brand | null): Medicine | null => {
  const strength = strengthOf(entry);
  if (strength === null) return null;
  const { row } = entry;
  return {
    id: row.id,
    name: row.name,
    brand: brand === null ? null : brandWords(brand.name),
    substance: row.substance,
    combinedWith: row.with ?? [],
    strength,
    route: row.route,
    form: row.form,
    release: row.release,
    countedIn: row.countedIn,
    wear: strength.per === "hour" ? wearTime(row.substance, strength.amount.value, brand?.name ?? null) : null,
    use: row.use ?? "analgesic",
    source: row.source,
  };
};

/** A product as the dictionary offers it to others: what it is, and every name and code that leads to it. */
export interface DictionaryProduct {
  readonly name: string;
  /** Null where no strength is certain: such a product is refused by name. */
  readonly medicine: Medicine | null;
  readonly substance: Opioid;
  readonly dmdCodes: readonly string[];
  readonly bnfCodes: readonly string[];
  readonly brandName: string | null;
}

/** Products that no list gives a dm+d code for have an id made of their name. */
export const isDmd = (id: string): boolean => /^\d/.test(id);

/**
 * Every product that the dictionary knows: each generic product, then each of its brands.
 * Source: packages/core/src/medicines/data/medicines.json, whose header names the lists and licences.
 * @example [...allMedicines()].find((each) => each.brandName === "Zomorph 10mg modified-release capsules")?.medicine?.release // "modified"
 */
export function* allMedicines(): Generator<DictionaryProduct> {
  for (const entry of allEntries()) {
    const { row } = entry;
    yield {
      name: row.name,
      medicine: medicineOf(entry, null),
      substance: row.substance,
      dmdCodes: [...(isDmd(row.id) ? [row.id] : []), ...(row.previous ?? []), ...(row.amps ?? [])],
      bnfCodes: row.bnf ?? [],
      brandName: null,
    };
    for (const brand of row.brands ?? [])
      yield {
        name: row.name,
        medicine: medicineOf(entry, brand),
        substance: row.substance,
        dmdCodes: brand.amps ?? [],
        bnfCodes: brand.bnf ?? [],
        brandName: brand.name,
      };
  }
}
