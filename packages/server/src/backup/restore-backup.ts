import { Readable } from "node:stream";
import { checkBackup, readBackup, UnusableBackup, type BackupAccount, type BackupPart } from "@concord/exchange";
import type pg from "pg";
import { keepFile } from "../imports/keep-file.ts";
import { putRights } from "../policy/write-rights.ts";
import { openClient, type Connection } from "../store/connect.ts";
import { migrations, type Migration } from "../store/migrate.ts";
import { clearWay, closeToWriters, holdingsOf, type Holdings } from "./empty-installation.ts";
import { bringForward, takeBackTo } from "./schema-of-backup.ts";
import { sumOfTable } from "./table-lines.ts";
import { enterPractice, plainTexts, practiceIds, quoted, storedTables, type StoredTable } from "./tables.ts";

export interface RestoreTarget {
  readonly owner: Connection;
  readonly dataFolder: string;
  /** The schema's history, where it is not the one of this version. */
  readonly known?: readonly Migration[];
}

export type Restored =
  /** Every table was read back and is, in count and digest, what the backup says. */
  | { readonly status: "restored"; readonly takenAt: string; readonly rows: number; readonly tables: number }
  | { readonly status: "not-empty"; readonly holdings: Holdings }
  | { readonly status: "unusable"; readonly fault: UnusableBackup };

const insertInto = ({ name, columns }: StoredTable): string => {
  const names = columns.map((column) => quoted(column.name)).join(", ");
  // Types are out of the database's own catalogue, as format_type writes them.
  const values = columns.map(({ type }, at) => `(line ->> ${at})::${type}`).join(", ");
  return `insert into ${quoted(name)} (${names}) overriding system value
    select ${values} from jsonb_array_elements($1::jsonb) as line`;
};

/** PostgreSQL's words may quote values of people's records: the table and the code are said alone. */
const fitting = async (table: string, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (!/^2[23]/.test(code)) throw error;
    throw new UnusableBackup("damaged", 0, `Rows of the table ${table} in the backup do not fit it (${code}).`);
  }
};

async function* bytesOf(parts: AsyncIterator<BackupPart>, length: number): AsyncGenerator<Buffer> {
  for (let read = 0; read < length;) {
    const { value } = await parts.next();
    if (value?.kind !== "bytes") throw new Error("The file ended before its length.");
    read += value.bytes.length;
    yield value.bytes;
  }
}

const writeParts = async (
  client: pg.Client,
  tables: readonly StoredTable[],
  path: string,
  dataFolder: string,
): Promise<void> => {
  const byName = new Map(tables.map((table) => [table.name, table]));
  let entered: string | null = null;
  const parts = readBackup(path);
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    const part = next.value;
    if (part.kind === "file") await keepFile(dataFolder, Readable.from(bytesOf(parts, part.bytes)));
    if (part.kind !== "rows") continue;
    const { table, practice, lines } = part;
    if (practice !== null && practice !== entered) {
      await enterPractice(client, practice);
      entered = practice;
    }
    await fitting(table, () => client.query(insertInto(byName.get(table)!), [`[${lines.join(",")}]`]));
  }
};

/** What is numbered next comes after everything that was ever numbered. */
const setNumbers = async (
  client: pg.Client,
  tables: readonly StoredTable[],
  numbers: Readonly<Record<string, number>>,
): Promise<void> => {
  for (const { name, numbered } of tables)
    for (const column of numbered) {
      const last = numbers[`${name}.${column}`] ?? 0;
      if (last > 0)
        await client.query("select setval(pg_get_serial_sequence($1, $2), $3)", [
          `concord.${quoted(name)}`,
          column,
          last,
        ]);
    }
};

const compare = async (client: pg.Client, tables: readonly StoredTable[], path: string): Promise<void> => {
  const practices = await practiceIds(client);
  const byName = new Map(tables.map((table) => [table.name, table]));
  for await (const part of readBackup(path)) {
    if (part.kind !== "table") continue;
    const { rows, sha256 } = await sumOfTable(client, byName.get(part.table)!, practices);
    if (rows !== part.sum.rows || sha256 !== part.sum.sha256)
      throw new UnusableBackup(
        "damaged",
        0,
        `The table ${part.table} does not come out as it was: ${rows} rows of ${part.sum.rows}. Nothing was restored.`,
      );
  }
};

const write = async (
  client: pg.Client,
  { header, end }: BackupAccount,
  path: string,
  { dataFolder, known = migrations() }: RestoreTarget,
): Promise<void> => {
  await plainTexts(client);
  await clearWay(client);
  const tables = await takeBackTo(client, header, known);
  await writeParts(client, tables, path, dataFolder);
  await setNumbers(client, tables, end.numbers);
  await compare(client, tables, path);
  await bringForward(client, known.slice(header.schema));
  await putRights(client);
  const names = (await storedTables(client)).map(({ name }) => quoted(name));
  await client.query(`analyze ${names.join(", ")}`);
};

const restoreInto = async (client: pg.Client, path: string, target: RestoreTarget): Promise<Restored> => {
  const account = await checkBackup(path);
  await client.query("begin");
  const present = await storedTables(client);
  await closeToWriters(client, present);
  const holdings = await holdingsOf(client, present);
  if (holdings !== null) return { status: "not-empty", holdings };
  await write(client, account, path, target);
  await client.query("commit");
  const { header, end } = account;
  return { status: "restored", takenAt: header.at, rows: end.rows, tables: header.tables.length };
};

/**
 * Brings a backup into an empty installation, whole or not at all: in one transaction, at the end of which every table
 * is read back and compared with the backup. A backup of an earlier version is brought forward in the same one.
 */
export const restoreBackup = async (target: RestoreTarget, path: string): Promise<Restored> => {
  const client = await openClient(target.owner);
  try {
    return await restoreInto(client, path, target);
  } catch (error) {
    if (error instanceof UnusableBackup) return { status: "unusable", fault: error };
    throw error;
  } finally {
    // What was not committed is undone.
    await client.end();
  }
};
