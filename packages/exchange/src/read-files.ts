import { eachRow } from "./csv/table-rows.ts";
import { PracticeExtractReader } from "./csv/read-practice-extract.ts";
import { sayMissingColumns, type Table } from "./csv/recognise-table.ts";
import type { Intake } from "./intake.ts";
import type { Progress } from "./read-records.ts";
import type { FoundFile } from "./sources/find-files.ts";
import { Damage, firstBytes, openBytes } from "./sources/open-bytes.ts";
import { recognise, type Recognised } from "./sources/recognise.ts";

/** Enough for a title, a long header and a few rows. */
const HEAD_BYTES = 1 << 16;

interface Source {
  readonly file: FoundFile;
  readonly what: Recognised;
}

/** Reads every file, each on its own: what one of them holds stops no other. */
export const readFiles = async (
  files: readonly FoundFile[],
  intake: Intake,
  onProgress: (progress: Progress) => void,
): Promise<void> => {
  const bytesTotal = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytesRead = 0;
  for (const file of files) {
    const source = await look(file, intake);
    if (source === null) {
      bytesRead += file.bytes;
      continue;
    }
    const onBytes = (bytes: number) => {
      bytesRead += bytes;
      const rowsRead = intake.tallies.reduce((sum, tally) => sum + tally.rowsRead, 0);
      onProgress({ file: file.path, bytesRead, bytesTotal, rowsRead });
    };
    await guarded(file, intake, () => readSource(source, intake, onBytes));
  }
};

const guarded = async (file: FoundFile, intake: Intake, read: () => Promise<void>): Promise<void> => {
  try {
    await read();
  } catch (error) {
    const tally = intake.tallies.find((each) => each.file === file.path);
    const row = tally?.rowsRead ?? 0;
    if (error instanceof Damage)
      intake.failed.push({
        file: file.path,
        code: "damaged",
        at: row === 0 ? null : { row },
        found: `${error.message}, after ${row} whole rows`,
        todo: "Export or copy the file again. The rows before the damage are in the account.",
      });
    else if ((error as NodeJS.ErrnoException).syscall !== undefined)
      intake.failed.push({
        file: file.path,
        code: "not-readable",
        at: null,
        found: (error as NodeJS.ErrnoException).code ?? "unknown",
        todo: "Check that you may read it.",
      });
    else throw error;
  }
};

const look = async (file: FoundFile, intake: Intake): Promise<Source | null> => {
  let what: Recognised | null = null;
  await guarded(file, intake, async () => {
    what = recognise(await firstBytes(file.path, HEAD_BYTES));
  });
  if (what === null) return null;
  const known = what as Recognised;
  if (known.kind === "table" || known.kind === "json") return { file, what: known };
  if (known.kind === "columns-missing")
    intake.failed.push({
      file: file.path,
      code: "columns-missing",
      at: { row: 1 },
      ...sayMissingColumns(known.columns),
    });
  else {
    const found = known.kind === "empty" ? "an empty file" : known.found;
    if (file.named)
      intake.failed.push({
        file: file.path,
        code: known.kind === "empty" ? "empty" : "not-a-known-format",
        at: null,
        found,
        todo: "Give a practice extract (CSV), FHIR R4 JSON or NDJSON, or OMOP tables (CSV), gzipped or not.",
      });
    else intake.notRead.push({ file: file.path, why: `not a format that we know: ${found}` });
  }
  return null;
};

const readSource = async ({ file, what }: Source, intake: Intake, onBytes: (bytes: number) => void): Promise<void> => {
  if (what.kind === "table") await readTable(file, what.table, intake, onBytes);
};

const readTable = async (file: FoundFile, table: Table, intake: Intake, onBytes: (bytes: number) => void) => {
  if (table.kind !== "practice-extract") return;
  const { tally, fileId } = intake.open(file.path, table.kind);
  await eachRow(openBytes(file.path, onBytes), table, new PracticeExtractReader(intake, tally, fileId, table));
};
