import type { Item, ProductCode } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { dayFromText, parseBirthYear } from "../csv/dates.ts";
import type { RowTaker, TableRow } from "../csv/table-rows.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { KINDS } from "../people/issue-store.ts";
import { NO_DAY } from "../people/person-table.ts";

interface DrugConcept {
  readonly name: string;
  readonly codes: readonly ProductCode[];
}

/** OMOP vocabularies by the FHIR system that codes are known by elsewhere. */
const SYSTEMS: Readonly<Record<string, string>> = {
  RxNorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  SNOMED: "http://snomed.info/sct",
  "dm+d": "https://dmd.nhs.uk",
  ATC: "http://www.whocc.no/atc",
};

/** Gender concepts of the OMOP vocabulary. */
const SEXES: Readonly<Record<string, string>> = { "8507": "male", "8532": "female" };

/** Columns that say what the product is, and those that make the item with it. */
const PRODUCT = ["drug_concept_id", "drug_source_concept_id", "drug_source_value"];
const REST = ["quantity", "days_supply", "sig", "dose_unit_source_value"];

/** Drug types that are what the person said, not what was prescribed or handed over. */
const SELF_REPORTED = new Set(["32865", "44787730"]);

/** Cells by the name of their column, lower case; -1 where a table does not have it. */
const columnsOf = (header: readonly string[]): ((name: string) => number) => {
  const names = header.map((name) => name.toLowerCase());
  return (name) => names.indexOf(name);
};

const ignoreBroken = (): void => {};

/** What OMOP tables beside DRUG_EXPOSURE say, met before it is read. */
export class OmopTables {
  readonly #concepts = new Map<string, DrugConcept>();
  readonly #intake: Intake;

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  concept(id: string): DrugConcept | undefined {
    return id === "0" ? undefined : this.#concepts.get(id);
  }

  /** Reads CONCEPT; of a whole vocabulary (millions) only the concepts that are wanted, where that is known. */
  concepts(header: readonly string[], wanted: ReadonlySet<string> | null): RowTaker {
    const at = columnsOf(header);
    const [id, name, code, vocabulary] = [
      at("concept_id"),
      at("concept_name"),
      at("concept_code"),
      at("vocabulary_id"),
    ];
    return {
      broken: ignoreBroken,
      row: (row) => {
        if (row.scanner.cells !== header.length) return;
        const concept = row.value(id);
        if (wanted !== null && !wanted.has(concept)) return;
        const system = row.value(vocabulary);
        const codes = row.isEmpty(code) ? [] : [{ system: SYSTEMS[system] ?? system, code: row.value(code) }];
        this.#concepts.set(concept, { name: row.value(name), codes });
      },
    };
  }

  people(header: readonly string[]): RowTaker {
    const at = columnsOf(header);
    const [id, gender, year] = [at("person_id"), at("gender_concept_id"), at("year_of_birth")];
    return {
      broken: ignoreBroken,
      row: (row) => {
        if (row.scanner.cells !== header.length || row.isEmpty(id)) return;
        const { people, sexes } = this.#intake.store;
        const sex = sexes.idOf(SEXES[row.value(gender)] ?? "");
        people.describe(people.idOf(row.value(id)), parseBirthYear(row.value(year)) ?? 0, sex, NO_DAY);
      },
    };
  }
}

/** The concepts that DRUG_EXPOSURE names. */
export const conceptsNamed = (header: readonly string[], into: Set<string>): RowTaker => {
  const at = columnsOf(header);
  const columns = [at("drug_concept_id"), at("drug_source_concept_id")].filter((column) => column !== -1);
  return {
    broken: ignoreBroken,
    row: (row) => {
      if (row.scanner.cells === header.length) for (const column of columns) into.add(row.value(column));
    },
  };
};

/** Rows of DRUG_EXPOSURE, handed in one by one. */
export class DrugExposureReader implements RowTaker {
  readonly #intake: Intake;
  readonly #tables: OmopTables;
  readonly #tally: Tally;
  readonly #fileId: number;
  readonly #header: readonly string[];
  readonly #at: (name: string) => number;
  readonly #person: number;
  readonly #date: number;
  readonly #type: number;
  readonly #provider: number;

  constructor(intake: Intake, tables: OmopTables, tally: Tally, fileId: number, header: readonly string[]) {
    this.#intake = intake;
    this.#tables = tables;
    this.#tally = tally;
    this.#fileId = fileId;
    this.#header = header;
    this.#at = columnsOf(header);
    this.#person = this.#at("person_id");
    this.#date = this.#at("drug_exposure_start_date");
    this.#type = this.#at("drug_type_concept_id");
    this.#provider = this.#at("provider_id");
  }

  broken(code: "quote-not-closed" | "quote-misplaced", line: number, found: string): void {
    this.#tally.rowsRead++;
    this.#intake.startRow(null, found);
    this.#tally.put(code, line, found);
  }

  row(row: TableRow): void {
    const { cells } = row.scanner;
    if (cells === 1 && row.isEmpty(0)) return;
    this.#tally.rowsRead++;
    this.#intake.startRow(row);
    const width = this.#header.length;
    if (cells === width) return this.#issue(row);
    this.#refuse(
      cells < width ? "too-few-cells" : "too-many-cells",
      row,
      `${cells} cells where the header has ${width}`,
    );
  }

  #issue(row: TableRow): void {
    if (row.isBlank(this.#person)) return this.#refuse("person-missing", row, "person_id is empty");
    const date = row.value(this.#date);
    const day = dayFromText(date);
    if (day === null) {
      const code = date === "" ? "date-missing" : "date-not-valid";
      this.#noteRefused(code, row);
      return this.#refuse(code, row, `drug_exposure_start_date: “${date}”`);
    }
    if (day > this.#intake.latestDay) return this.#refuse("future-dated", row, date);
    const item = this.#itemIn(row);
    if (item === null) return this.#refuse("concept-not-found", row, this.#sayConcept(row));
    if (item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(this.#tally, day);
    const { store } = this.#intake;
    const kind = KINDS.indexOf(SELF_REPORTED.has(row.value(this.#type)) ? "elsewhere" : "acute");
    const provider = row.value(this.#provider);
    const prescriber = store.prescribers.idOf(provider === "" || provider === "0" ? "" : `provider ${provider}`);
    const person = store.people.idOf(row.value(this.#person));
    this.#intake.take(this.#tally, this.#fileId, row.line, person, day, item, kind, prescriber);
  }

  /** The item's number; null where its concept is not known. */
  #itemIn(row: TableRow): number | null {
    const { items } = this.#intake;
    const [productKey = "", restKey = ""] = [PRODUCT, REST].map((names) =>
      names.map((name) => row.raw(this.#at(name))).join("\u0000"),
    );
    if (items.isUnwatched(productKey)) return UNWATCHED_ITEM;
    const known = items.find(productKey, restKey);
    if (known !== undefined) return known;
    const item = this.#itemOf(row);
    return item === null ? null : items.add(productKey, restKey, item);
  }

  #itemOf(row: TableRow): Item | null {
    const cell = (name: string) => row.value(this.#at(name));
    const concept =
      this.#tables.concept(cell("drug_concept_id")) ?? this.#tables.concept(cell("drug_source_concept_id"));
    const source = cell("drug_source_value");
    // A bare number whose vocabulary is not known says nothing; a name does.
    const product = concept ?? (/[A-Za-z]{3}/.test(source) ? { name: source, codes: [] } : null);
    if (product === null) return null;
    const days = Number(cell("days_supply"));
    const quantity = cell("quantity");
    return {
      product,
      directions: { kind: "text", text: cell("sig") },
      // Many exports write 0 where nothing is known.
      quantity: Number(quantity) === 0 ? null : quantity,
      quantityUnit: cell("dose_unit_source_value") || null,
      days: Number.isInteger(days) && days > 0 ? days : null,
    };
  }

  /** What can still be read of a row whose day cannot: whose it is, and of which product. */
  #noteRefused(code: ReasonCode, row: TableRow): void {
    const item = this.#itemIn(row);
    if (item !== null) this.#intake.noteRefused(this.#tally, row.line, code, row.value(this.#person), null, item);
  }

  #sayConcept(row: TableRow): string {
    const names = ["drug_concept_id", "drug_source_value"];
    return names.map((name) => `${name}: “${row.value(this.#at(name))}”`).join(", ");
  }

  #refuse(code: ReasonCode, row: TableRow, found: string): void {
    this.#tally.put(code, row.line, found);
  }
}
