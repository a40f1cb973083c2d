import type { Day, Item, ItemReading } from "@concord/core";
import type { FailedFile } from "../account/types.ts";
import { formatOf, Reading, turnOfSource } from "../reading.ts";
import { Damage } from "../sources/open-bytes.ts";
import type { Source } from "../sources/one-form.ts";
import { Unpacking, UnpacksTooLarge, UNPACK_LIMITS, type UnpackLimits } from "../sources/unpacking.ts";
import { RowIntake } from "./row-intake.ts";
import type { RowBatch, RowsFound, RowsRead } from "./row-types.ts";
import { sourcesIn, type SourcesFound } from "./sources-in.ts";

/** A JSON document is held in memory several times over while it is read. */
const LONGEST_DOCUMENT = 128 * 2 ** 20;

export interface ReadRowsOptions {
  readonly readItem: (item: Item) => ItemReading;
  /** Rows dated after it are set aside as future-dated; null where none are. */
  readonly latestDay: Day | null;
  /** Rows up to this one were handed on before, and are not again. */
  readonly after?: number;
  /** What the file is, before the first of its rows. */
  readonly onFound?: (found: RowsFound) => Promise<void>;
  /** Some thousand rows at a time; the next are read once this is done. */
  readonly onBatch: (batch: RowBatch) => Promise<void>;
  /** How far it may unpack. */
  readonly limits?: UnpackLimits;
  readonly longestDocument?: number;
}

/** What whoever takes the rows threw: theirs, whatever it looks like. */
class NotTaken extends Error {}

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;

const taking = async (take: () => Promise<void>): Promise<void> => {
  try {
    await take();
  } catch (error) {
    throw new NotTaken("", { cause: error });
  }
};

/** Reads sources whose rows may point to one another, and hands rows on as they come. */
class RowReading {
  readonly #intake: RowIntake;
  readonly #reading: Reading;
  readonly #options: ReadRowsOptions;
  #bytesRead = 0;
  #lastSeq = 0;
  /** Of an archive, the file at hand. */
  at: string | null = null;

  constructor(sources: readonly Source[], options: ReadRowsOptions, unpacking: Unpacking, isArchive: boolean) {
    const { readItem, latestDay, after = 0, longestDocument = LONGEST_DOCUMENT } = options;
    const itemsMayGo = sources.every(({ what }) => what.kind === "table");
    this.#options = options;
    this.#intake = new RowIntake(readItem, latestDay, after, { namesParts: isArchive, itemsMayGo });
    this.#reading = new Reading(this.#intake, { unpacking, longestDocument, through: (chunks) => this.#paced(chunks) });
  }

  get rows(): number {
    return this.#lastSeq;
  }

  async run(sources: readonly Source[]): Promise<readonly string[]> {
    await this.#reading.prepare(sources);
    for (const source of sources.toSorted((a, b) => turnOfSource(a) - turnOfSource(b))) {
      this.at = source.file.path;
      await this.#reading.read(source, (more) => (this.#bytesRead += more));
      await this.#handOn();
    }
    this.at = null;
    for (const _ of this.#reading.finish()) if (this.#intake.isFull()) await this.#handOn();
    await this.#handOn();
    return this.#intake.remarks;
  }

  close(): void {
    this.#reading.close();
    this.#intake.store.close();
  }

  async #handOn(): Promise<void> {
    const batch = this.#intake.batch(this.#bytesRead);
    if (batch.lastSeq === this.#lastSeq && batch.people.length === 0) return;
    this.#lastSeq = batch.lastSeq;
    // People are told again: of those before the last row that was handed on, more may be known by now.
    if (batch.people.length === 0 && batch.lastSeq <= (this.#options.after ?? 0)) return;
    await taking(() => this.#options.onBatch(batch));
  }

  /** The reader takes a chunk whole before it asks for the next: then its rows are handed on. */
  async *#paced(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      if (this.#intake.isFull()) await this.#handOn();
    }
  }
}

const foundIn = ({ sources, notRead, isArchive }: SourcesFound): RowsFound => {
  const parts = sources.map(({ file, what }) => ({ file: file.path, format: formatOf(what), what }));
  const rows = parts.find(({ format }) => format !== "omop-concept" && format !== "omop-person") ?? parts[0]!;
  return {
    format: rows.format,
    header: rows.what.kind === "table" ? rows.what.table.header : null,
    parts: isArchive ? parts.map(({ file, format }) => ({ file, format })) : [],
    notRead,
  };
};

const TODO = "Export or copy the file again.";

/** What stopped the reading, as a failure of the file; null where it is no fault of the file's. */
const failureOf = (error: unknown, file: string, reading: RowReading | null): FailedFile | null => {
  const where = reading?.at ?? null;
  const within = (found: string) => (where === null || where === file ? found : `${where}: ${found}`);
  if (error instanceof UnpacksTooLarge)
    return {
      file,
      code: "unpacks-too-large",
      at: null,
      found: within(error.message),
      todo: "Look whether this is the file that was meant. If it is, send it in parts.",
    };
  const rows = reading?.rows ?? 0;
  if (error instanceof Damage)
    return { file, code: "damaged", at: rows === 0 ? null : { row: rows }, found: within(error.message), todo: TODO };
  if (isFileFault(error)) return { file, code: "not-readable", at: null, found: error.code ?? "unknown", todo: TODO };
  return null;
};

/**
 * Reads one file row by row and hands each on with what became of it and as it stands: for those who keep rows. The file
 * is in any format that we know, or a zip archive of files that belong together. Gathers nothing but what rows point
 * to, whatever the length of the file. What `onBatch` throws ends the reading and is thrown on.
 */
export const readRows = async (file: string, options: ReadRowsOptions): Promise<RowsRead> => {
  const unpacking = new Unpacking(options.limits ?? UNPACK_LIMITS);
  let found: RowsFound | null = null;
  let reading: RowReading | null = null;
  try {
    const there = await sourcesIn(file);
    if ("code" in there) return { found: null, remarks: [], failed: there };
    found = foundIn(there);
    const { onFound = async () => {} } = options;
    await taking(() => onFound(found!));
    reading = new RowReading(there.sources, options, unpacking, there.isArchive);
    return { found, remarks: await reading.run(there.sources), failed: null };
  } catch (error) {
    if (error instanceof NotTaken) throw error.cause;
    const failed = failureOf(error, file, reading);
    if (failed === null) throw error;
    return { found, remarks: [], failed };
  } finally {
    reading?.close();
  }
};
