import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createItemReader, identify, parseDay, readDirections, readFhirDosage } from "@concord/core";
import { readRecords, readRows, type Account, type RowAccount } from "@concord/exchange";

const EXAMPLES = join(import.meta.dirname, "../../../packages/exchange/examples");

/** Every file of an example, or of a folder of them. */
export const exampleFiles = (name: string): readonly Buffer[] => {
  const path = join(EXAMPLES, name);
  return statSync(path).isDirectory()
    ? readdirSync(path).map((file) => readFileSync(join(path, file)))
    : [readFileSync(path)];
};

export const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
const latestDay = parseDay("2026-11-27");

let folder = "";
/** A file of this process that holds the input; written over by the next. */
const written = (input: Buffer): string => {
  if (folder === "") {
    folder = mkdtempSync(join(tmpdir(), "concord-fuzz-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
  const path = join(folder, "input");
  writeFileSync(path, input);
  return path;
};
export const inFile = written;

const addsUp = ({ rowsRead, used, setAside, refused }: RowAccount): boolean =>
  rowsRead === used.total + setAside.total + refused.total &&
  used.total === used.opioid + used.companion + used.notWatched &&
  [setAside, refused].every(({ total, reasons }) => total === reasons.reduce((sum, { count }) => sum + count, 0));

/** Reads the input as a file, goes through its people, and looks whether the account adds up. */
export const accountOf = async (input: Buffer): Promise<Account> => {
  const records = await readRecords([written(input)], { readItem, latestDay });
  try {
    let issues = 0;
    for (const person of records.people()) issues += person.issues.length + person.refused.length;
    const { account } = records;
    if (![account, ...account.files].every(addsUp)) throw new Error("rows read are not used + set aside + refused");
    if (issues > account.rowsRead * 2) throw new Error(`${issues} issues of ${account.rowsRead} rows`);
    return account;
  } finally {
    records.close();
  }
};

/** What the service's reading of rows says of the same input; null where it takes no such file. */
export const rowsOf = async (input: Buffer): Promise<RowAccount["rowsRead"] | null> => {
  const fates = new Map<number, number>();
  let counted = 0;
  const { failed } = await readRows(written(input), {
    readItem,
    latestDay,
    onBatch: async ({ used, notUsed, counts }) => {
      counted += counts.used + counts.setAside + counts.refused;
      for (const { seq } of [...used, ...notUsed]) fates.set(seq, (fates.get(seq) ?? 0) + 1);
    },
  });
  if (failed !== null) return null;
  if (fates.size !== counted) throw new Error(`${counted} rows were counted, and ${fates.size} handed on`);
  for (let seq = 1; seq <= counted; seq++) if (!fates.has(seq)) throw new Error(`row ${seq} was lost`);
  return counted;
};
