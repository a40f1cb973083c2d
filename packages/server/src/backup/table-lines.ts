import { createHash } from "node:crypto";
import type { TableSum } from "@concord/exchange";
import type pg from "pg";
import { enterPractice, quoted, type StoredTable } from "./tables.ts";

const FETCHED = 2_000;

/** Rows of one practice (null: of a table that belongs to none) as they stand in a backup. */
interface Lines {
  readonly practice: string | null;
  readonly lines: readonly string[];
}

async function* linesOfCursor(client: pg.Client, { name, columns, order }: StoredTable): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  await client.query(
    `declare backup_lines no scroll cursor for select to_json(array[${texts}])::text as line from ${quoted(name)} order by ${order}`,
  );
  try {
    for (;;) {
      const { rows } = await client.query<[string]>({
        text: `fetch ${FETCHED} from backup_lines`,
        rowMode: "array",
      });
      if (rows.length > 0) yield rows.map(([line]) => line);
      if (rows.length < FETCHED) break;
    }
    await client.query("close backup_lines");
  } catch (error) {
    throw new Error(`table ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** Every row of a table, practice by practice, in the order of its primary key. */
async function* linesOfTable(
  client: pg.Client,
  table: StoredTable,
  practices: readonly string[],
): AsyncGenerator<Lines> {
  for (const practice of table.ofPractice ? practices : [null]) {
    if (practice !== null) await enterPractice(client, practice);
    for await (const lines of linesOfCursor(client, table)) yield { practice, lines };
  }
}

/** Counts and digests the text of a table as it passes. */
export class Summing {
  #rows = 0;
  readonly #hash = createHash("sha256");

  add(text: string, rows: number): string {
    this.#rows += rows;
    this.#hash.update(text);
    return text;
  }

  /** To be asked once, after the last row. */
  sum(): TableSum {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** A table as it stands in a backup: for each practice a line that names it, then its rows. */
export async function* textOfTable(
  client: pg.Client,
  table: StoredTable,
  practices: readonly string[],
  summing: Summing,
): AsyncGenerator<string> {
  let last: string | null | undefined;
  for await (const { practice, lines } of linesOfTable(client, table, practices)) {
    if (practice !== last) yield summing.add(`${JSON.stringify({ table: table.name, practice })}\n`, 0);
    last = practice;
    yield summing.add(`${lines.join("\n")}\n`, lines.length);
  }
}

/** Count and digest of a table as it is in the database. */
export const sumOfTable = async (
  client: pg.Client,
  table: StoredTable,
  practices: readonly string[],
): Promise<TableSum> => {
  const summing = new Summing();
  const text = textOfTable(client, table, practices, summing);
  while ((await text.next()).done !== true);
  return summing.sum();
};
