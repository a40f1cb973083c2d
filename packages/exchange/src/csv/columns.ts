/** What a practice extract can hold for each row. */
export type Field =
  | "person"
  | "birthYear"
  | "birthDate"
  | "sex"
  | "registered"
  | "issued"
  | "code"
  | "name"
  | "quantity"
  | "quantityUnit"
  | "directions"
  | "days"
  | "kind"
  | "prescriber"
  | "status";

/**
 * Column names by field: the documented name first, then those usual in EMIS and SystmOne exports, most precise
 * first. Where a file has several of one field the first in this list is read; of codes, all are.
 * Compared without case, spaces, punctuation and underscores.
 */
const COLUMN_NAMES: Record<Field, readonly string[]> = {
  person: [
    "person",
    "person id",
    "patient id",
    "emis number",
    "emis no",
    "patient number",
    "patient no",
    "patient identifier",
    "pseudonym",
    "pseudo id",
    "study id",
    "nhs number",
    "nhs no",
    "patient",
  ],
  birthYear: ["birth_year", "year of birth", "yob"],
  birthDate: ["date of birth", "dob", "birth date"],
  sex: ["sex", "gender", "administrative gender", "patient sex", "patient gender"],
  registered: [
    "registered_date",
    "registration date",
    "date of registration",
    "registered",
    "date registered",
    "gms registration date",
    "registration start date",
  ],
  issued: [
    "issue_date",
    "date of issue",
    "date issued",
    "medication issue date",
    "most recent issue date",
    "prescription date",
    "date prescribed",
    "prescribed date",
    "medication date",
    "event date",
    "date",
  ],
  code: [
    "product_code",
    "dm+d code",
    "dmd code",
    "dmd id",
    "dm+d id",
    "vmp code",
    "amp code",
    "vmp id",
    "amp id",
    "snomed code",
    "snomed ct code",
    "snomedct concept id",
    "drug code",
    "medication code",
    "code id",
    "bnf code",
    "emis drug guid code",
  ],
  name: [
    "product_name",
    "medication name",
    "drug name",
    "product name",
    "name of medication",
    "medication",
    "drug",
    "medicine",
    "medicine name",
    "drug description",
    "code term",
    "term",
    "item name",
  ],
  quantity: ["quantity", "drug quantity", "issue quantity", "quantity issued", "qty", "medication quantity", "amount"],
  quantityUnit: ["quantity_unit", "quantity units", "unit", "units", "quantity uom", "uom", "unit of measure"],
  directions: [
    "directions",
    "dosage",
    "dosage instructions",
    "dosage instruction",
    "dose",
    "dose instructions",
    "dosage text",
    "medication dosage",
    "medication directions",
    "sig",
    "instructions",
  ],
  days: ["days", "days supply", "duration in days", "course duration in days", "duration days", "issue duration"],
  kind: [
    "kind",
    "issue type",
    "prescription type",
    "medication type",
    "issue kind",
    "type of prescription",
    "drug status",
    "course type",
    "type",
  ],
  prescriber: [
    "prescriber",
    "authorising clinician",
    "authorising user",
    "issuing clinician",
    "prescriber name",
    "issuer",
    "issued by",
    "clinician",
    "usual gp",
    "consulter",
  ],
  status: ["status", "issue status", "course status", "prescription status", "medication status"],
};

export const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9+]/g, "")
    .replaceAll("+", "");

const RANKS = new Map<string, { field: Field; rank: number }>();
for (const [field, names] of Object.entries(COLUMN_NAMES) as [Field, readonly string[]][])
  names.forEach((name, rank) => {
    if (!RANKS.has(bareName(name))) RANKS.set(bareName(name), { field, rank });
  });

export interface Columns {
  /** Which column holds the field; -1 where none does. */
  readonly at: Readonly<Record<Field, number>>;
  /** Every column that holds a product code, most precise first. */
  readonly codes: readonly number[];
  /** How many cells each row must have. */
  readonly width: number;
  readonly found: readonly string[];
}

export const columnsOf = (header: readonly string[]): Columns => {
  const best = new Map<Field, { column: number; rank: number }>();
  const codes: { column: number; rank: number }[] = [];
  header.forEach((name, column) => {
    const known = RANKS.get(bareName(name));
    if (known === undefined) return;
    if (known.field === "code") codes.push({ column, rank: known.rank });
    const sofar = best.get(known.field);
    if (sofar === undefined || known.rank < sofar.rank) best.set(known.field, { column, rank: known.rank });
  });
  const at = Object.fromEntries(
    (Object.keys(COLUMN_NAMES) as Field[]).map((field) => [field, best.get(field)?.column ?? -1]),
  ) as Record<Field, number>;
  return {
    at,
    codes: codes.sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    width: header.length,
    found: header,
  };
};

/** Without these no row is an issue: each is one or the other column. */
const NEEDED: readonly { readonly say: string; readonly anyOf: readonly Field[] }[] = [
  { say: "person", anyOf: ["person"] },
  { say: "issue_date", anyOf: ["issued"] },
  { say: "product_name (or product_code)", anyOf: ["name", "code"] },
];

export const missingColumns = ({ at }: Columns): readonly string[] =>
  NEEDED.filter(({ anyOf }) => anyOf.every((field) => at[field] === -1)).map(({ say }) => say);

/** A header with at least two of the three needed columns is meant as a practice extract. */
export const looksLikeExtract = (columns: Columns): boolean => missingColumns(columns).length <= 1;
