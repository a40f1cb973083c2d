import type { Day, Item, ItemReading } from "@concord/core";
import type { FailedFile } from "../account/types.ts";
import { PracticeExtractReader } from "../csv/read-practice-extract.ts";
import { sayMissingColumns, type Table } from "../csv/recognise-table.ts";
import { eachRow } from "../csv/table-rows.ts";
import { Damage, firstBytes, openBytes } from "../sources/open-bytes.ts";
import { recognise } from "../sources/recognise.ts";
import { RowIntake } from "./row-intake.ts";
import type { RowBatch, RowsRead } from "./row-types.ts";

/** Enough for a title, a long header and a few rows. */
const HEAD_BYTES = 1 << 16;

export interface ReadRowsOptions {
  readonly readItem: (item: Item) => ItemReading;
  /** Rows dated after it are set aside as future-dated; null where none are. */
  readonly latestDay: Day | null;
  /** Rows up to this one were handed on before, and are not again. */
  readonly after?: number;
  /** Some thousand rows at a time; the next are read once this is done. */
  readonly onBatch: (batch: RowBatch) => Promise<void>;
}

/** What whoever takes the rows threw: theirs, whatever it looks like. */
class NotTaken extends Error {}

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;

const tableOf = async (file: string): Promise<Table | FailedFile> => {
  const what = recognise(await firstBytes(file, HEAD_BYTES));
  if (what.kind === "table" && what.table.kind === "practice-extract") return what.table;
  if (what.kind === "columns-missing")
    return { file, code: "columns-missing", at: { row: 1 }, ...sayMissingColumns(what.columns) };
  const found =
    what.kind === "unknown" ? what.found : what.kind === "empty" ? "an empty file" : `a file of ${what.kind}`;
  return {
    file,
    code: what.kind === "empty" ? "empty" : "not-a-known-format",
    at: null,
    found,
    todo: "Give a practice extract as CSV, gzipped or not.",
  };
};

/**
 * Reads one file row by row and hands each on with what became of it and as it stands: for those who keep rows.
 * Gathers nothing, whatever the length of the file. What `onBatch` throws ends the reading and is thrown on.
 */
export const readRows = async (file: string, options: ReadRowsOptions): Promise<RowsRead> => {
  const { readItem, latestDay, after = 0, onBatch } = options;
  let table: Table | null = null;
  let [bytesRead, row] = [0, 0];
  const intake = new RowIntake(readItem, latestDay, after);
  const handOn = async (): Promise<void> => {
    const batch = intake.batch(bytesRead);
    if (batch.lastSeq === row) return;
    row = batch.lastSeq;
    if (row <= after) return;
    try {
      await onBatch(batch);
    } catch (error) {
      throw new NotTaken("", { cause: error });
    }
  };
  /** The reader takes a chunk whole before it asks for the next: then its rows are handed on. */
  async function* paced(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      if (intake.isFull()) await handOn();
    }
  }
  const fail = (failed: FailedFile): RowsRead => ({
    format: table?.kind ?? null,
    header: table?.header ?? null,
    failed,
  });
  try {
    const known = await tableOf(file);
    if ("code" in known) return fail(known);
    table = known;
    const { tally, fileId } = intake.open(file, table.kind);
    const bytes = openBytes(file, (more) => (bytesRead += more));
    await eachRow(paced(bytes), table, new PracticeExtractReader(intake, tally, fileId, table));
    await handOn();
    return { format: table.kind, header: table.header, failed: null };
  } catch (error) {
    if (error instanceof NotTaken) throw error.cause;
    const todo = "Export or copy the file again.";
    if (error instanceof Damage)
      return fail({ file, code: "damaged", at: row === 0 ? null : { row }, found: error.message, todo });
    if (isFileFault(error)) return fail({ file, code: "not-readable", at: null, found: error.code ?? "unknown", todo });
    throw error;
  } finally {
    intake.store.close();
  }
};
