import { isDeepStrictEqual } from "node:util";
import { UnusableBackup, type BackupHeader } from "@concord/exchange";
import type pg from "pg";
import { applyMigration, versionOf, type Migration } from "../store/migrate.ts";
import { storedTables, type StoredTable } from "./tables.ts";

const DROP_ALL = `
  do $$
  declare statement text;
  begin
    -- Functions first: some take rows of a table. Views that use one go with it.
    for statement in
      select format('drop function %s cascade', oid::regprocedure) from pg_proc
        where pronamespace = 'concord'::regnamespace
      union all
      select format('drop view if exists %I cascade', relname) from pg_class
        where relnamespace = 'concord'::regnamespace and relkind = 'v'
      union all
      select format('drop table %I cascade', relname) from pg_class
        where relnamespace = 'concord'::regnamespace and relkind = 'r'
    loop
      execute statement;
    end loop;
  end
  $$`;

/**
 * Makes the empty schema the one that the backup was taken from, so that its rows fit; the tables of it. Whatever came
 * into the schema since is brought forward afterwards, by `bringForward`.
 */
export const takeBackTo = async (
  client: pg.Client,
  { schema, tables }: BackupHeader,
  known: readonly Migration[],
): Promise<readonly StoredTable[]> => {
  if (schema > known.length)
    throw new UnusableBackup(
      "newer-format",
      1,
      `The backup was written by a newer version of Concord (schema ${schema}; this one knows ${known.length}). Update Concord.`,
    );
  if ((await versionOf(client)) !== schema) {
    await client.query(DROP_ALL);
    await versionOf(client);
    await bringForward(client, known.slice(0, schema));
  }
  const stored = await storedTables(client);
  const described = stored.map(({ name, columns }) => ({ name, columns }));
  if (!isDeepStrictEqual(described, tables))
    throw new UnusableBackup("damaged", 1, `The backup's tables are not those of schema ${schema}.`);
  return stored;
};

export const bringForward = async (client: pg.Client, migrations: readonly Migration[]): Promise<void> => {
  for (const migration of migrations) await applyMigration(client, migration);
};
