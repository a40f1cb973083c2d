import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { openClient, type Connection } from "./connect.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const FOLDER = join(import.meta.dirname, "migrations");

/** Every migration in order: NNNN-name.sql, numbered from 1 without a gap. */
export const migrations = (folder = FOLDER): readonly Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted()
    .map((file, at) => {
      const found = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
      if (found === null || Number(found[1]) !== at + 1)
        throw new Error(`${file} is not the migration number ${at + 1}`);
      return { number: at + 1, name: found[2]!, sql: readFileSync(join(folder, file), "utf8") };
    });

/** Any number: what two services that migrate at the same time wait for. */
const LOCK = 7_260_114;

/** The newest migration that was applied; 0 in an empty schema, which can keep account of them from then on. */
export const versionOf = async (client: pg.Client): Promise<number> => {
  await client.query(`create table if not exists schema_migration (
    number integer primary key, name text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ version: number }>(
    "select coalesce(max(number), 0) as version from schema_migration",
  );
  return rows[0]!.version;
};

/** One migration in the transaction at hand. */
export const applyMigration = async (client: pg.Client, { number, name, sql }: Migration): Promise<void> => {
  await client.query(sql);
  await client.query("insert into schema_migration (number, name) values ($1, $2)", [number, name]);
};

const apply = async (client: pg.Client, migration: Migration): Promise<void> => {
  const { number, name } = migration;
  await client.query("begin");
  try {
    await applyMigration(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${number} (${name}): ${(error as Error).message}`, { cause: error });
  }
};

/**
 * Brings the schema forward to the newest migration, each in a transaction of its own; says how many were applied.
 * Refuses a schema that a newer version has written: there is no way back.
 */
export const migrate = async (owner: Connection, known = migrations()): Promise<number> => {
  const client = await openClient(owner);
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const from = await versionOf(client);
    if (from > known.length)
      throw new Error(
        `The records were written by a newer version of Concord (schema ${from}; this one knows ${known.length}). Update Concord.`,
      );
    for (const migration of known.slice(from)) await apply(client, migration);
    return known.length - from;
  } finally {
    await client.end();
  }
};
