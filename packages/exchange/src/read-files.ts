import { sayMissingColumns } from "./csv/recognise-table.ts";
import type { Intake } from "./intake.ts";
import { HEAD_BYTES, Reading, turnOfSource } from "./reading.ts";
import type { Progress } from "./sources/progress.ts";
import type { FoundFile } from "./sources/find-files.ts";
import { Damage, firstBytes } from "./sources/open-bytes.ts";
import { oneFormPerFolder, type Known, type Source } from "./sources/one-form.ts";
import { withoutZippedCopies } from "./sources/zipped-copies.ts";
import { recognise, type Recognised } from "./sources/recognise.ts";

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
    for (const _ of reading.finish());
  } finally {
    reading.close();
  }
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
    found = recognise(await firstBytes(file.stretch, HEAD_BYTES));
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
