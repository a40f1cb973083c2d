import type { BackupTable } from "@concord/exchange";
import type pg from "pg";

/** A table as the database itself describes it. */
export interface StoredTable extends BackupTable {
  /** Its rows belong to practices, and are closed to every other one. */
  readonly ofPractice: boolean;
  /** The columns of its primary key, as they are ordered by: text by its bytes, whatever the database's language. */
  readonly order: string;
  /** Columns that number themselves. */
  readonly numbered: readonly string[];
}

interface Found {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly numbered: boolean }[];
  readonly key: readonly { readonly name: string; readonly collated: boolean }[];
  readonly refers: readonly string[];
}

const TABLES = `
  select c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'numbered', a.attidentity <> '') order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(json_build_object('name', a.attname, 'collated', a.attcollation <> 0) order by k.at)
      from pg_index i, unnest(i.indkey::int2[]) with ordinality as k(attnum, at)
      join pg_attribute a on a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
    coalesce((select json_agg(distinct f.relname) from pg_constraint r join pg_class f on f.oid = r.confrelid
      where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid), '[]') as refers
  from pg_class c
  where c.relnamespace = 'concord'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
  order by c.relname`;

/** Kept by each installation for itself: its schema, the policy's rights, who is signed in and what opens an account. */
const NOT_RECORDS = ["schema_migration", "right_on_table", "session", "one_time_code", "sign_in_delay"];

/** Each after those that it refers to, so that rows can be written in this order. */
const inOrder = (found: readonly Found[]): readonly Found[] => {
  const done = new Set<string>();
  const ordered: Found[] = [];
  while (ordered.length < found.length) {
    const next = found.find(({ name, refers }) => !done.has(name) && refers.every((other) => done.has(other)));
    if (next === undefined) throw new Error("Tables refer to each other in a circle.");
    done.add(next.name);
    ordered.push(next);
  }
  return ordered;
};

/** Names out of the database's own catalogue, as SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table that holds records, as it is in the database: a later migration's tables too. */
export const storedTables = async (client: pg.Client): Promise<readonly StoredTable[]> => {
  const { rows } = await client.query<Found>(TABLES, [NOT_RECORDS]);
  return inOrder(rows).map(({ name, columns, key }) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    ofPractice: columns.some((column) => column.name === "practice_id"),
    order: key.map((column) => `${quoted(column.name)}${column.collated ? ' collate "C"' : ""}`).join(", "),
    numbered: columns.filter(({ numbered }) => numbered).map((column) => column.name),
  }));
};

/** The ids of all practices: their rows are visible one practice at a time. */
export const practiceIds = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ id: string }>("select id from practice order by id");
  return rows.map(({ id }) => id);
};

/** What is done next in this transaction is of this practice. */
export const enterPractice = async (client: pg.Client, id: string): Promise<void> => {
  await client.query("select set_config('concord.practice', $1, true)", [id]);
};

/** Values come out as the same text in every installation. */
export const plainTexts = async (client: pg.Client): Promise<void> => {
  await client.query("set local extra_float_digits = 1");
  await client.query("set local bytea_output = 'hex'");
  await client.query("set local intervalstyle = 'iso_8601'");
};
