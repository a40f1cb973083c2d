import type pg from "pg";
import { enterPractice, quoted, type StoredTable } from "./tables.ts";

/** What stands in the way of a restore: the practices' names and the tables that have rows. */
export interface Holdings {
  readonly practices: readonly string[];
  readonly tables: readonly string[];
}

const hasRows = async (client: pg.Client, { name }: StoredTable): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(`select exists (select from ${quoted(name)}) as found`);
  return rows[0]!.found;
};

/** What a new installation has as soon as somebody signs in: it gives way to what the backup has. */
const GIVES_WAY = new Set([
  "account",
  "password_credential",
  "totp_credential",
  "passkey",
  "oidc_identity",
  "safety_acceptance",
  "audit_log",
  "audit_head",
]);

/**
 * What an installation holds; null where it is empty. A practice that was given a name, and has nobody and nothing in
 * it, is none yet.
 */
export const holdingsOf = async (client: pg.Client, tables: readonly StoredTable[]): Promise<Holdings | null> => {
  const [practices, held] = [new Set<string>(), new Set<string>()];
  const { rows: known } = await client.query<{ id: string; name: string }>("select id, name from practice order by id");
  for (const { id, name } of known) {
    await enterPractice(client, id);
    for (const table of tables.filter(({ ofPractice, name: table }) => ofPractice && !GIVES_WAY.has(table)))
      if (await hasRows(client, table)) {
        practices.add(name);
        held.add(table.name);
      }
  }
  for (const table of tables.filter((one) => !one.ofPractice && one.name !== "practice"))
    if (await hasRows(client, table)) held.add(table.name);
  return held.size === 0 ? null : { practices: [...practices], tables: [...held] };
};

/** Takes away the practices of an installation that holds nothing, with the accounts by which it was looked at. */
export const clearWay = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ id: string }>("select id from practice");
  for (const { id } of rows) {
    await enterPractice(client, id);
    for (const table of ["audit_log", "audit_head", "safety_acceptance", "account"])
      await client.query(`delete from ${quoted(table)}`);
  }
  await client.query("delete from practice");
};

/** Nobody else writes until the restore is done or undone. */
export const closeToWriters = async (client: pg.Client, tables: readonly StoredTable[]): Promise<void> => {
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in share row exclusive mode`);
};
