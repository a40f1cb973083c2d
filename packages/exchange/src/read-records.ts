import type { Day, Item, ItemReading } from "@concord/core";
import { accountOf, sumOf } from "./account/tally.ts";
import type { Account, FailedFile } from "./account/types.ts";
import { Intake } from "./intake.ts";
import type { PersonRecord } from "./people/issue-store.ts";
import { readFiles } from "./read-files.ts";
import type { Progress } from "./sources/progress.ts";
import { findFiles } from "./sources/find-files.ts";

export interface ReadOptions {
  /** What one item means; called once for each distinct item. */
  readonly readItem: (item: Item) => ItemReading;
  /** Rows dated after it are set aside as future-dated; null where none are. */
  readonly latestDay: Day | null;
  readonly onProgress?: (progress: Progress) => void;
  /** Issues held in memory before they go to a temporary file; about half a million where not given. */
  readonly maxInMemory?: number;
}

export interface Records {
  readonly account: Account;
  /** First and last day of the rows used; null where none was. */
  readonly firstIssueDay: Day | null;
  readonly lastIssueDay: Day | null;
  /** Everyone with any opioid in the data, in order of their identifier. May be walked more than once. */
  readonly people: () => Iterable<PersonRecord>;
  /** One person; null where they have no opioid in the data. */
  readonly person: (id: string) => PersonRecord | null;
  /** Gives back temporary disk space. */
  readonly close: () => void;
}

const MOST_IN_MEMORY = 1 << 19;

const accountIn = (intake: Intake, notFound: readonly FailedFile[]): Account => ({
  ...sumOf(intake.tallies),
  couldNotBeComputed: intake.computed.account(),
  files: intake.tallies.map(accountOf),
  failed: [...notFound, ...intake.failed],
  notRead: intake.notRead,
  remarks: intake.remarks,
});

/**
 * Reads prescribing records from files and folders, gzipped or not, whatever their names.
 * Never throws for what stands in a file: `account` has every row and every file that could not be read.
 */
export const readRecords = async (paths: readonly string[], options: ReadOptions): Promise<Records> => {
  const { files, failed } = findFiles(paths);
  const intake = new Intake(options.readItem, options.latestDay, options.maxInMemory ?? MOST_IN_MEMORY);
  try {
    await readFiles(files, intake, options.onProgress ?? (() => {}));
  } catch (error) {
    intake.store.close();
    throw error;
  }
  const { store } = intake;
  const day = (value: number): Day | null => (Number.isFinite(value) ? (value as Day) : null);
  return {
    account: accountIn(intake, failed),
    firstIssueDay: day(intake.firstDay),
    lastIssueDay: day(intake.lastDay),
    people: () => store.walk(null, intake.lastDay as Day),
    person: (id) => [...store.walk(id, intake.lastDay as Day)][0] ?? null,
    close: () => store.close(),
  };
};
