import { open } from "node:fs/promises";
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupEnd, type BackupHeader } from "@concord/exchange";
import type pg from "pg";
import { keptPath } from "../imports/keep-file.ts";
import { openClient, type Connection } from "../store/connect.ts";
import { Summing, textOfTable } from "./table-lines.ts";
import { enterPractice, plainTexts, practiceIds, quoted, storedTables, type StoredTable } from "./tables.ts";

export interface BackupSource {
  /** Acts as the owner: numbers that are given out next are its alone to read. */
  readonly owner: Connection;
  readonly dataFolder: string;
  readonly version: string;
}

/** A multiple of three: pieces of Base64 without padding between them. */
const PIECE = 48 << 10;

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const schemaOf = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ schema: number }>("select max(number) as schema from schema_migration");
  return rows[0]!.schema;
};

/** Files whose imports are under way in this snapshot: their rows are not all in the tables yet. */
const unfinishedFiles = async (client: pg.Client, practices: readonly string[]): Promise<ReadonlySet<string>> => {
  const digests = new Set<string>();
  for (const practice of practices) {
    await enterPractice(client, practice);
    const { rows } = await client.query<{ sha256: string }>(
      "select sha256 from import where state in ('queued', 'reading') order by id",
    );
    for (const { sha256 } of rows) digests.add(sha256);
  }
  return digests;
};

async function* fileText(path: string, sha256: string): AsyncGenerator<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    // Its import says so by itself, here as after a restore.
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (file === null) return;
  try {
    const { size } = await file.stat();
    yield line({ file: sha256, bytes: size });
    const piece = Buffer.alloc(PIECE);
    for (let at = 0; at < size;) {
      const { bytesRead } = await file.read(piece, 0, Math.min(PIECE, size - at), at);
      if (bytesRead === 0) throw new Error(`The file ${sha256} became shorter while it was read.`);
      yield `"${piece.toString("base64", 0, bytesRead)}"\n`;
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Numbers given out last; later ones than the snapshot's do no harm. */
const numbersOf = async (client: pg.Client, tables: readonly StoredTable[]): Promise<Record<string, number>> => {
  const numbers: Record<string, number> = {};
  for (const { name, numbered } of tables)
    for (const column of numbered) {
      const { rows: found } = await client.query<{ sequence: string }>(
        "select pg_get_serial_sequence($1, $2) as sequence",
        [`concord.${quoted(name)}`, column],
      );
      const { rows } = await client.query<{ last: number }>(
        `select case when is_called then last_value else 0 end as last from ${found[0]!.sequence}`,
      );
      numbers[`${name}.${column}`] = rows[0]!.last;
    }
  return numbers;
};

async function* snapshotText(client: pg.Client, { dataFolder, version }: BackupSource): AsyncGenerator<string> {
  await plainTexts(client);
  const tables = await storedTables(client);
  const header: BackupHeader = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    schema: await schemaOf(client),
    writtenBy: version,
    at: new Date().toISOString(),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
  yield line(header);
  const practices = await practiceIds(client);
  let rows = 0;
  for (const table of tables) {
    const summing = new Summing();
    yield* textOfTable(client, table, practices, summing);
    const sum = summing.sum();
    rows += sum.rows;
    yield line({ sum: table.name, ...sum });
  }
  let files = 0;
  for (const sha256 of await unfinishedFiles(client, practices))
    for await (const text of fileText(keptPath(dataFolder, sha256), sha256)) {
      if (text.startsWith("{")) files++;
      yield text;
    }
  const end: BackupEnd = { end: BACKUP_FORMAT, rows, files, numbers: await numbersOf(client, tables) };
  yield line(end);
}

/**
 * The records of every practice as they are at one moment, as text in the format of a backup: see docs/backup.md.
 * Nothing waits for it and it waits for nothing: it reads one snapshot.
 */
export async function* backupText(source: BackupSource): AsyncGenerator<string> {
  const client = await openClient(source.owner);
  try {
    await client.query("begin isolation level repeatable read, read only");
    yield* snapshotText(client, source);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
