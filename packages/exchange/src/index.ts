/** The door of exchange for those who read records; `api` and `audit` have doors of their own, behind which zod stands. */
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
export { checkBackup, readBackup, type BackupAccount } from "./backup/read-backup.ts";
export {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  UnusableBackup,
  type BackupColumn,
  type BackupEnd,
  type BackupFault,
  type BackupHeader,
  type BackupPart,
  type BackupTable,
  type TableSum,
} from "./backup/types.ts";
export { addRefused } from "./people/refused-rows.ts";
export type { PersonRecord } from "./people/issue-store.ts";
export type { ReadOptions, Records } from "./read-records.ts";
export { readRecords } from "./read-records.ts";
export { REASON_CODES, reason, type ReasonCode } from "./account/reasons.ts";
export type {
  NotUsedRow,
  RowBatch,
  RowPerson,
  RowsFound,
  RowsRead,
  UsedRow,
  WithdrawnIssue,
} from "./rows/row-types.ts";
export { readRows, type ReadRowsOptions } from "./rows/read-rows.ts";
export type { Progress } from "./sources/progress.ts";
