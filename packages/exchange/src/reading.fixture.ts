import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createItemReader, formatDay, identify, readDirections, readFhirDosage, type Day } from "@concord/core";
import type { Account, RowsByReason } from "./account/types.ts";
import type { PersonRecord } from "./people/issue-store.ts";
import { readRecords, type ReadOptions } from "./read-records.ts";

export const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });

export interface Read {
  readonly account: Account;
  readonly people: readonly PersonRecord[];
  readonly lastIssueDay: Day | null;
  readonly folder: string;
}

type Options = Partial<ReadOptions>;

/** Reads paths as they lie on the disk. */
export const readPaths = async (paths: readonly string[], options: Options = {}): Promise<Omit<Read, "folder">> => {
  const records = await readRecords(paths, { readItem, latestDay: null, ...options });
  const people = [...records.people()];
  records.close();
  return { account: records.account, people, lastIssueDay: records.lastIssueDay };
};

/** Writes files to a folder of their own and reads the folder, or only the files named. */
export const readFilesOf = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options & { readonly named?: readonly string[] } = {},
): Promise<Read> => {
  const folder = mkdtempSync(join(tmpdir(), "concord-test-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const { named, ...rest } = options;
    const paths = named === undefined ? [folder] : named.map((name) => join(folder, name));
    return { ...(await readPaths(paths, rest)), folder };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Each issue as one line: "P1 2025-01-06 repeat Codeine 30mg tablets x 56". */
export const linesOf = (people: readonly PersonRecord[]): readonly string[] =>
  people.flatMap(({ person, issues }) =>
    issues.map(({ day, kind, reading }) => {
      const { product, quantity } = reading.item;
      return `${person} ${formatDay(day)} ${kind} ${product.name} x ${quantity}`;
    }),
  );

/** Counts by reason code. */
export const countsOf = ({ reasons }: RowsByReason): Readonly<Record<string, number>> =>
  Object.fromEntries(reasons.map(({ code, count }) => [code, count]));

export const addsUp = ({ rowsRead, used, setAside, refused }: Account | Account["files"][number]): boolean => {
  const counted = (by: RowsByReason) => by.reasons.reduce((sum, { count }) => sum + count, 0) === by.total;
  const parts = used.opioid + used.companion + used.notWatched === used.total;
  return parts && counted(setAside) && counted(refused) && rowsRead === used.total + setAside.total + refused.total;
};

export const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";

/** One row of a practice extract; only what matters to the case. */
export const row = (cells: {
  readonly person?: string;
  readonly date?: string;
  readonly product?: string;
  readonly quantity?: string;
  readonly directions?: string;
  readonly kind?: string;
  readonly status?: string;
}): string => {
  const { person = "P1", date = "2025-01-06", product = "Codeine 30mg tablets", quantity = "56" } = cells;
  const { directions = "one twice a day", kind = "repeat", status = "" } = cells;
  return `${person},1960,F,2001-02-03,${date},,${product},${quantity},tablet,${directions},${kind},Dr A,${status}`;
};

export const extract = (...rows: readonly string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
