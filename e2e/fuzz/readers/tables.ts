import { recognise } from "../../../packages/exchange/src/sources/recognise.ts";
import { mutatedBytes } from "../mutate-bytes.ts";
import type { FuzzedReader } from "../reader.ts";
import { accountOf, exampleFiles, rowsOf } from "./files.ts";

const QUOTE = 0x22;
const HEAD_BYTES = 1 << 16;
const isWrapped = (input: Buffer): boolean =>
  ["1f8b", "fffe", "feff"].includes(input.toString("hex", 0, 2)) || input.toString("hex", 0, 3) === "efbbbf";

/** Counted by somebody who knows nothing of tables: lines after the header that are not empty. Null where quotes stand. */
const linesIn = (input: Buffer): number | null => {
  if (input.includes(QUOTE) || isWrapped(input)) return null;
  const known = recognise(input.subarray(0, HEAD_BYTES));
  if (known.kind !== "table") return null;
  if (known.table.kind !== "practice-extract" && known.table.kind !== "omop-drug-exposure") return null;
  const lines = input.toString("latin1").split("\n").slice(known.table.headerLine);
  return lines.filter((line) => line.replace(/\r$/, "") !== "").length;
};

const EXTRACTS = [...exampleFiles("practice-extract.csv"), ...exampleFiles("emis-like.csv")];

const tableProblem = async (input: Buffer, alsoAsRows: boolean): Promise<string | null> => {
  const { rowsRead, failed } = await accountOf(input);
  const lines = linesIn(input);
  if (lines !== null && failed.length === 0 && lines !== rowsRead) return `${lines} lines, ${rowsRead} rows read`;
  if (!alsoAsRows || failed.length > 0) return null;
  const rows = await rowsOf(input);
  return rows === null || rows === rowsRead ? null : `${rowsRead} rows by the command, ${rows} by the service`;
};

export const practiceExtracts: FuzzedReader = {
  name: "practice-extract",
  share: 8,
  spoil: (chance) => mutatedBytes(chance, EXTRACTS),
  problem: (input) => tableProblem(input, true),
};

const OMOP = exampleFiles("omop");

export const omopTables: FuzzedReader = {
  name: "omop",
  share: 4,
  spoil: (chance) => mutatedBytes(chance, OMOP),
  problem: (input) => tableProblem(input, false),
};
