/** The only door of exchange. */
export type {
  Account,
  Example,
  FailedFile,
  FileAccount,
  FileNotRead,
  Format,
  ReasonCount,
  RowAccount,
  RowsByReason,
  UsedRows,
} from "./account/types.ts";
export type { PersonRecord } from "./people/issue-store.ts";
export type { ReadOptions, Records } from "./read-records.ts";
export { readRecords } from "./read-records.ts";
export type { Progress } from "./sources/progress.ts";
