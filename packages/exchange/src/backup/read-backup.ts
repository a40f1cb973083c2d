import { createHash, type Hash } from "node:crypto";
import { linesOf } from "./lines-of.ts";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  UnusableBackup,
  type BackupEnd,
  type BackupHeader,
  type BackupPart,
} from "./types.ts";

/** Rows that are handed on together. */
const BATCH_ROWS = 2_000;
const BATCH_LENGTH = 4 << 20;

interface Section {
  readonly table: string;
  readonly practice: string | null;
}

interface FileUnderWay {
  readonly sha256: string;
  readonly bytes: number;
  read: number;
  readonly hash: Hash;
}

/** Where the reading stands. */
class Reading {
  line = 0;
  header: BackupHeader | null = null;
  /** The table whose turn it is. */
  turn = 0;
  section: Section | null = null;
  hash = createHash("sha256");
  rows = 0;
  allRows = 0;
  files = 0;
  file: FileUnderWay | null = null;
  batch: string[] = [];
  batchLength = 0;
  end: BackupEnd | null = null;

  fault(found: string): UnusableBackup {
    return new UnusableBackup("damaged", this.line, `Line ${this.line} of the backup is damaged: ${found}.`);
  }

  parse(text: string): Readonly<Record<string, unknown>> {
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === "object" && parsed !== null) return parsed as Readonly<Record<string, unknown>>;
    } catch {
      // Said below.
    }
    throw this.fault("it cannot be read");
  }

  get table(): string | null {
    return this.header?.tables[this.turn]?.name ?? null;
  }

  /** The rows gathered so far. */
  take(): BackupPart[] {
    if (this.batch.length === 0 || this.section === null) return [];
    const lines = this.batch;
    this.hash.update(`${lines.join("\n")}\n`);
    this.rows += lines.length;
    this.batch = [];
    this.batchLength = 0;
    return [{ kind: "rows", ...this.section, lines }];
  }
}

const isHeader = (it: Readonly<Record<string, unknown>>): boolean =>
  it["format"] === BACKUP_FORMAT && typeof it["version"] === "number";

const readHeader = (at: Reading, text: string): BackupPart[] => {
  let found: Readonly<Record<string, unknown>> = {};
  try {
    found = at.parse(text);
  } catch {
    // Said below.
  }
  if (!isHeader(found)) throw new UnusableBackup("not-a-backup", 1, "The file is no backup of Concord.");
  const header = found as unknown as BackupHeader;
  if (header.version > BACKUP_VERSION)
    throw new UnusableBackup(
      "newer-format",
      1,
      `The backup is of format ${header.version}; this version of Concord reads up to ${BACKUP_VERSION}. Update Concord.`,
    );
  if (!Array.isArray(header.tables) || !Number.isInteger(header.schema)) throw at.fault("it does not name its tables");
  at.header = header;
  return [{ kind: "header", header }];
};

const readRow = (at: Reading, text: string): BackupPart[] => {
  if (at.section === null) throw at.fault("a row stands outside of its table");
  at.batch.push(text);
  at.batchLength += text.length;
  return at.batch.length >= BATCH_ROWS || at.batchLength >= BATCH_LENGTH ? at.take() : [];
};

const closeTable = (at: Reading, { sum, rows, sha256 }: Readonly<Record<string, unknown>>): BackupPart[] => {
  const parts = at.take();
  const found = { rows: at.rows, sha256: at.hash.digest("hex") };
  if (sum !== at.table) throw at.fault(`the table ${String(at.table)} should end here, not ${String(sum)}`);
  if (found.rows !== rows)
    throw at.fault(`the table ${String(sum)} has ${found.rows} rows, and ${String(rows)} were written`);
  if (found.sha256 !== sha256)
    throw at.fault(`rows of the table ${String(sum)} above it are not as they were written (their SHA-256 differs)`);
  at.allRows += at.rows;
  at.rows = 0;
  at.hash = createHash("sha256");
  at.turn++;
  at.section = null;
  return [...parts, { kind: "table", table: String(sum), sum: found }];
};

const closeFile = (at: Reading): void => {
  const { file } = at;
  if (file === null) return;
  if (file.read !== file.bytes || file.hash.digest("hex") !== file.sha256)
    throw at.fault(`the file ${file.sha256} above it is not as it was written`);
  at.file = null;
  at.files++;
};

const openFile = (at: Reading, { file, bytes }: Readonly<Record<string, unknown>>): BackupPart[] => {
  closeFile(at);
  if (typeof file !== "string" || !/^[0-9a-f]{64}$/.test(file) || typeof bytes !== "number")
    throw at.fault("it names no file");
  at.file = { sha256: file, bytes, read: 0, hash: createHash("sha256") };
  return [{ kind: "file", sha256: file, bytes }];
};

const readBytes = (at: Reading, text: string): BackupPart[] => {
  if (at.file === null) throw at.fault("bytes stand outside of a file");
  const bytes = Buffer.from(text.slice(1, -1), "base64");
  at.file.read += bytes.length;
  at.file.hash.update(bytes);
  return [{ kind: "bytes", bytes }];
};

const close = (at: Reading, end: BackupEnd): BackupPart[] => {
  closeFile(at);
  if (at.table !== null) throw at.fault(`the table ${at.table} is missing`);
  if (end.rows !== at.allRows || end.files !== at.files)
    throw at.fault(`${end.rows} rows and ${end.files} files were written, and ${at.allRows} and ${at.files} are here`);
  at.end = end;
  return [{ kind: "end", end }];
};

const readMark = (at: Reading, text: string): BackupPart[] => {
  const mark = at.parse(text);
  if ("sum" in mark) return closeTable(at, mark);
  if ("table" in mark) {
    const parts = at.take();
    if (mark["table"] !== at.table) throw at.fault(`the table ${String(mark["table"])} is out of its turn`);
    at.hash.update(`${text}\n`);
    const { practice } = mark;
    at.section = { table: at.table!, practice: typeof practice === "string" ? practice : null };
    return parts;
  }
  if ("file" in mark) return openFile(at, mark);
  if ("end" in mark) return close(at, mark as unknown as BackupEnd);
  throw at.fault("it is of no known kind");
};

const readLine = (at: Reading, text: string): BackupPart[] => {
  at.line++;
  if (at.header === null) return readHeader(at, text);
  if (at.end !== null) throw at.fault("something stands after the end");
  if (text.startsWith("[")) return readRow(at, text);
  if (text.startsWith('"')) return readBytes(at, text);
  return readMark(at, text);
};

/**
 * Reads a backup from its first line to its last, and holds every table against the count and SHA-256 that were
 * written. Throws UnusableBackup, with the line, at the first thing that is not as it was written.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const at = new Reading();
  for await (const lines of linesOf(path)) for (const text of lines) for (const part of readLine(at, text)) yield part;
  if (at.header === null) throw new UnusableBackup("not-a-backup", 0, "The file is empty: it is no backup.");
  if (at.end === null)
    throw new UnusableBackup(
      "cut-short",
      at.line,
      `The backup ends after line ${at.line}${at.table === null ? "" : `, before the end of the table ${at.table}`}.`,
    );
}

/** What a whole backup holds. */
export interface BackupAccount {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
  readonly rows: ReadonlyMap<string, number>;
}

/** Reads a backup to its end and throws UnusableBackup where it is not whole; answers what is in it. */
export const checkBackup = async (path: string): Promise<BackupAccount> => {
  const rows = new Map<string, number>();
  let [header, end]: [BackupHeader | null, BackupEnd | null] = [null, null];
  for await (const part of readBackup(path)) {
    if (part.kind === "header") header = part.header;
    if (part.kind === "table") rows.set(part.table, part.sum.rows);
    if (part.kind === "end") end = part.end;
  }
  return { header: header!, end: end!, rows };
};
