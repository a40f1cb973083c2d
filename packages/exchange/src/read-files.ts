import type { Format } from "./account/types.ts";
import { PracticeExtractReader } from "./csv/read-practice-extract.ts";
import { sayMissingColumns, type Table } from "./csv/recognise-table.ts";
import { eachRow, type RowTaker } from "./csv/table-rows.ts";
import { FhirReader } from "./fhir/fhir-reader.ts";
import { layoutOf, readFhirDocument, readFhirLines, turnOf } from "./fhir/read-fhir.ts";
import type { Intake } from "./intake.ts";
import { conceptsNamed, DrugExposureReader, OmopTables } from "./omop/omop-reader.ts";
import type { Progress } from "./sources/progress.ts";
import type { FoundFile } from "./sources/find-files.ts";
import { BIG_CHUNK, Damage, firstBytes, openBytes } from "./sources/open-bytes.ts";
import { oneFormPerFolder, type Known, type Source } from "./sources/one-form.ts";
import { withoutZippedCopies } from "./sources/zipped-copies.ts";
import { recognise, type Recognised } from "./sources/recognise.ts";

/** Enough for a title, a long header and a few rows. */
const HEAD_BYTES = 1 << 16;
/** A CONCEPT file above this is a whole vocabulary, of which only what is named is kept. */
const WHOLE_VOCABULARY_BYTES = 1 << 25;

type OnBytes = (bytes: number) => void;

/** Reads every file, each on its own: what one of them holds stops no other. */
export const readFiles = async (
  files: readonly FoundFile[],
  intake: Intake,
  onProgress: (progress: Progress) => void,
): Promise<void> => {
  const reading = new Reading(intake);
  const known: Source[] = [];
  const { read: once, notRead: copies } = withoutZippedCopies(files);
  intake.notRead.push(...copies);
  for (const file of once) {
    const what = await look(file, intake);
    if (what !== null) known.push({ file, what });
  }
  const { read: sources, notRead } = oneFormPerFolder(known);
  intake.notRead.push(...notRead);
  const bytesTotal = sources.reduce((sum, { file }) => sum + file.bytes, 0);
  let bytesRead = 0;
  try {
    await reading.prepare(sources);
    for (const source of sources.sort((a, b) => turnOfSource(a) - turnOfSource(b))) {
      const onBytes = (bytes: number) => {
        bytesRead += bytes;
        onProgress({ file: source.file.path, bytesRead, bytesTotal, rowsRead: intake.rowsRead() });
      };
      await guarded(source.file, intake, () => reading.read(source, onBytes));
    }
    reading.finish();
  } finally {
    reading.close();
  }
};

/** What others point to comes first. */
const turnOfSource = ({ what }: Source): number => {
  if (what.kind === "fhir") return turnOf(what.head);
  return what.table.kind === "omop-concept" ? 0 : what.table.kind === "omop-person" ? 1 : 2;
};

const guarded = async (file: FoundFile, intake: Intake, read: () => Promise<void>): Promise<void> => {
  try {
    await read();
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (error instanceof Damage) intake.failed.push(damaged(file, intake.rowsReadOf(file.path), error.message));
    else if (syscall !== undefined)
      intake.failed.push({
        file: file.path,
        code: "not-readable",
        at: null,
        found: code ?? "unknown",
        todo: "Check that you may read it.",
      });
    else throw error;
  }
};

const damaged = (file: FoundFile, rows: number, message: string) =>
  ({
    file: file.path,
    code: "damaged",
    at: rows === 0 ? null : { row: rows },
    found: rows === 0 ? message : `${message}, after ${rows} whole rows`,
    todo:
      rows === 0
        ? "Export or copy the file again."
        : "Export or copy the file again. The rows before the damage are in the account.",
  }) as const;

const look = async (file: FoundFile, intake: Intake): Promise<Known | null> => {
  let found: Recognised | null = null;
  await guarded(file, intake, async () => {
    found = recognise(await firstBytes(file.path, HEAD_BYTES));
  });
  const what = found as Recognised | null;
  if (what === null) return null;
  if (what.kind === "table" || what.kind === "fhir") return what;
  if (what.kind === "columns-missing")
    intake.failed.push({ file: file.path, code: "columns-missing", at: null, ...sayMissingColumns(what.columns) });
  else notKnown(file, what.kind === "empty" ? null : what.found, intake);
  return null;
};

const notKnown = (file: FoundFile, found: string | null, intake: Intake): void => {
  if (!file.named) {
    intake.notRead.push({ file: file.path, why: found === null ? "empty" : `not a format that we know: ${found}` });
    return;
  }
  intake.failed.push({
    file: file.path,
    code: found === null ? "empty" : "not-a-known-format",
    at: null,
    found: found ?? "an empty file",
    todo: "Give a practice extract (CSV), FHIR R4 JSON or NDJSON, or OMOP tables (CSV), gzipped or not.",
  });
};

class Reading {
  readonly #intake: Intake;
  readonly #fhir: FhirReader;
  readonly #omop: OmopTables;
  #wanted: Set<string> | null = null;

  constructor(intake: Intake) {
    this.#intake = intake;
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
          await eachRow(openBytes(file.path), what.table, conceptsNamed(what.table.header, wanted));
        } catch {
          // Damage is reported when the rows themselves are read.
        }
  }

  async read({ file, what }: Source, onBytes: OnBytes): Promise<void> {
    if (what.kind === "table")
      return eachRow(openBytes(file.path, onBytes), what.table, this.#takerOf(file, what.table));
    const layout = layoutOf(what.head);
    const { tally, fileId } = this.#intake.open(file.path, formatOf(what.head, layout));
    const bytes = openBytes(file.path, onBytes, BIG_CHUNK);
    await (layout === "lines" ? readFhirLines : readFhirDocument)(bytes, this.#fhir, tally, fileId);
  }

  #takerOf(file: FoundFile, table: Table): RowTaker {
    const { kind, header } = table;
    const { tally, fileId } = this.#intake.open(file.path, kind);
    if (kind === "omop-concept") return this.#omop.concepts(header, this.#wanted);
    if (kind === "omop-person") return this.#omop.people(header);
    if (kind === "practice-extract") return new PracticeExtractReader(this.#intake, tally, fileId, table);
    return new DrugExposureReader(this.#intake, this.#omop, tally, fileId, header);
  }

  finish(): void {
    this.#fhir.finish();
  }

  close(): void {
    this.#fhir.close();
  }
}

const formatOf = (head: string, layout: "lines" | "document"): Format => {
  const isBundle = /"resourceType"\s*:\s*"Bundle"/.test(head.slice(0, 200));
  if (layout === "lines" && head.trimEnd().includes("\n")) return "fhir-ndjson";
  return isBundle ? "fhir-bundle" : "fhir-resource";
};
