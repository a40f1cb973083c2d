import { statSync } from "node:fs";
import type { FailedFile, FileNotRead } from "../account/types.ts";
import { sayMissingColumns } from "../csv/recognise-table.ts";
import { HEAD_BYTES } from "../reading.ts";
import { isArchive, partsOf } from "../sources/archive.ts";
import type { FoundFile } from "../sources/find-files.ts";
import { oneFormPerFolder, type Source } from "../sources/one-form.ts";
import { Damage, firstBytes, wholeFile, type Stretch } from "../sources/open-bytes.ts";
import { recognise, type Recognised } from "../sources/recognise.ts";

export interface SourcesFound {
  readonly sources: readonly Source[];
  readonly notRead: readonly FileNotRead[];
  readonly isArchive: boolean;
}

const TODO =
  "Give a practice extract (CSV), FHIR R4 JSON or NDJSON, or OMOP tables (CSV), gzipped or not; several files that belong together in one zip archive.";

type Unknown = Exclude<Recognised, { kind: "table" } | { kind: "fhir" }>;

const sayUnknown = (what: Unknown): string => {
  if (what.kind === "columns-missing") return sayMissingColumns(what.columns).found;
  return what.kind === "empty" ? "an empty file" : what.found;
};

const notKnown = (file: string, what: Unknown): FailedFile => {
  if (what.kind === "columns-missing")
    return { file, code: "columns-missing", at: { row: 1 }, ...sayMissingColumns(what.columns) };
  const code = what.kind === "empty" ? "empty" : "not-a-known-format";
  return { file, code, at: null, found: sayUnknown(what), todo: TODO };
};

/** Names that every file of an office suite has inside: a workbook is a zip archive too. */
const isWorkbook = (names: readonly string[]): boolean =>
  names.includes("[Content_Types].xml") || names.includes("mimetype");

const recognisePart = async (name: string, stretch: Stretch): Promise<Recognised> => {
  try {
    return recognise(await firstBytes(stretch, HEAD_BYTES));
  } catch (error) {
    throw error instanceof Damage ? new Damage(`${name}: ${error.message}`) : error;
  }
};

const inArchive = async (file: string): Promise<SourcesFound | FailedFile> => {
  const parts = partsOf(file);
  const fail = (found: string, todo: string): FailedFile => ({
    file,
    code: "not-a-known-format",
    at: null,
    found,
    todo,
  });
  if (isWorkbook(parts.map(({ name }) => name))) return fail("a spreadsheet", "Save it as CSV.");
  const sources: Source[] = [];
  const notRead: FileNotRead[] = [];
  for (const { name, bytes, stretch } of parts) {
    const what = await recognisePart(name, stretch);
    const found: FoundFile = { path: name, bytes, named: false, within: file, stretch };
    if (what.kind === "table" || what.kind === "fhir") sources.push({ file: found, what });
    else notRead.push({ file: name, why: sayUnknown(what) });
  }
  const chosen = oneFormPerFolder(sources);
  if (chosen.read.length > 0)
    return { sources: chosen.read, notRead: [...notRead, ...chosen.notRead], isArchive: true };
  const names = notRead.map(({ file: name, why }) => `${name}: ${why}`).slice(0, 5);
  return fail(`an archive without any records (${names.join("; ") || "no files"})`, TODO);
};

/** The files that are read of one that was given: itself, or what it holds where it is an archive. */
export const sourcesIn = async (file: string): Promise<SourcesFound | FailedFile> => {
  if (isArchive(file)) return inArchive(file);
  const stretch = wholeFile(file);
  const what = recognise(await firstBytes(stretch, HEAD_BYTES));
  if (what.kind !== "table" && what.kind !== "fhir") return notKnown(file, what);
  const found: FoundFile = { path: file, bytes: statSync(file).size, named: true, within: file, stretch };
  return { sources: [{ file: found, what }], notRead: [], isArchive: false };
};
