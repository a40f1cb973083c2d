import type { Format } from "./account/types.ts";
import { PracticeExtractReader } from "./csv/read-practice-extract.ts";
import type { Table } from "./csv/recognise-table.ts";
import { eachRow, type RowTaker } from "./csv/table-rows.ts";
import { FhirReader } from "./fhir/fhir-reader.ts";
import { layoutOf, LONGEST_DOCUMENT, readFhirDocument, readFhirLines, turnOf } from "./fhir/read-fhir.ts";
import type { Intake } from "./intake.ts";
import { conceptsNamed, DrugExposureReader, OmopTables } from "./omop/omop-reader.ts";
import type { Known, Source } from "./sources/one-form.ts";
import { BIG_CHUNK, openStretch } from "./sources/open-bytes.ts";
import type { Unpacking } from "./sources/unpacking.ts";

/** A CONCEPT file above this is a whole vocabulary, of which only what is named is kept. */
const WHOLE_VOCABULARY_BYTES = 1 << 23;

/** Enough for a title, a long header and a few rows. */
export const HEAD_BYTES = 1 << 16;

export interface ReadingOptions {
  /** Counts what is unpacked; not limited where it is left out. */
  readonly unpacking?: Unpacking;
  /** Bytes of one JSON document; as many as a text may have where it is left out. */
  readonly longestDocument?: number;
  /** Passes chunks on, and may wait between them: a chunk is taken whole before the next is asked for. */
  readonly through?: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

type OnBytes = (bytes: number) => void;

/** What others point to comes first. */
export const turnOfSource = ({ what }: Source): number => {
  if (what.kind === "fhir") return turnOf(what.head);
  return what.table.kind === "omop-concept" ? 0 : what.table.kind === "omop-person" ? 1 : 2;
};

/** Which of the formats that we know a file has. */
export const formatOf = (what: Known): Format => {
  if (what.kind === "table") return what.table.kind;
  if (layoutOf(what.head) === "lines" && what.head.trimEnd().includes("\n")) return "fhir-ndjson";
  return /"resourceType"\s*:\s*"Bundle"/.test(what.head.slice(0, 200)) ? "fhir-bundle" : "fhir-resource";
};

/** Reads files whose format is known, one after the other, into one intake: rows of one may point to those of another. */
export class Reading {
  readonly #intake: Intake;
  readonly #options: ReadingOptions;
  readonly #fhir: FhirReader;
  readonly #omop: OmopTables;
  #wanted: Set<string> | null = null;

  constructor(intake: Intake, options: ReadingOptions = {}) {
    this.#intake = intake;
    this.#options = options;
    this.#fhir = new FhirReader(intake);
    this.#omop = new OmopTables(intake);
  }

  /** Where a whole vocabulary is given, finds out first which of its concepts matter. */
  async prepare(sources: readonly Source[]): Promise<void> {
    const isTable = (kind: Table["kind"]) => (source: Source) =>
      source.what.kind === "table" && source.what.table.kind === kind;
    const vocabulary = sources.filter(isTable("omop-concept"));
    if (vocabulary.every(({ file }) => file.bytes < WHOLE_VOCABULARY_BYTES)) return;
    const wanted = (this.#wanted = new Set<string>());
    for (const { file, what } of sources.filter(isTable("omop-drug-exposure")))
      if (what.kind === "table")
        try {
          const { unpacking } = this.#options;
          await eachRow(openStretch(file.stretch, { unpacking }), what.table, conceptsNamed(what.table.header, wanted));
        } catch {
          // Damage is reported when the rows themselves are read.
        }
  }

  async read({ file, what }: Source, onBytes: OnBytes): Promise<void> {
    const { unpacking, through = (chunks) => chunks, longestDocument = LONGEST_DOCUMENT } = this.#options;
    const size = what.kind === "fhir" ? { size: BIG_CHUNK } : {};
    const bytes = through(openStretch(file.stretch, { onBytes, unpacking, ...size }));
    const { tally, fileId } = this.#intake.open(file.path, formatOf(what));
    if (what.kind === "table") return eachRow(bytes, what.table, this.#takerOf(what.table, tally, fileId));
    if (layoutOf(what.head) === "lines")
      return readFhirLines(bytes, this.#fhir, this.#intake, tally, fileId, longestDocument);
    return readFhirDocument(bytes, this.#fhir, tally, fileId, longestDocument);
  }

  #takerOf(table: Table, tally: ReturnType<Intake["open"]>["tally"], fileId: number): RowTaker {
    const { kind, header } = table;
    if (kind === "omop-concept") return this.#omop.concepts(header, this.#wanted);
    if (kind === "omop-person") return this.#omop.people(header);
    if (kind === "practice-extract") return new PracticeExtractReader(this.#intake, tally, fileId, table);
    return new DrugExposureReader(this.#intake, this.#omop, tally, fileId, header);
  }

  /** What waited for other files, row by row. */
  finish(): Generator<void> {
    return this.#fhir.finish();
  }

  close(): void {
    this.#fhir.close();
  }
}
