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

/**
 * What an installation holds; null where it is empty. A practice that was given a name, and has nobody and nothing in
 * it, is none yet.
 */
export const holdingsOf = async (client: pg.Client, tables: readonly StoredTable[]): Promise<Holdings | null> => {
  const [practices, held] = [new Set<string>(), new Set<string>()];
  const { rows: known } = await client.query<{ id: string; name: string }>("select id, name from practice order by id");
  for (const { id, name } of known) {
    await enterPractice(client, id);
    for (const table of tables.filter(({ ofPractice }) => ofPractice))
      if (await hasRows(client, table)) {
        practices.add(name);
        held.add(table.name);
      }
  }
  for (const table of tables.filter((one) => !one.ofPractice && one.name !== "practice"))
    if (await hasRows(client, table)) held.add(table.name);
  return held.size === 0 ? null : { practices: [...practices], tables: [...held] };
};

/** Nobody else writes until the restore is done or undone. */
export const closeToWriters = async (client: pg.Client, tables: readonly StoredTable[]): Promise<void> => {
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in share row exclusive mode`);
};
