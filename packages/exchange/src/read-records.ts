import type { Day, Issue, Item, ItemReading, PersonDetails } from "@concord/core";
import type { Account } from "./account/types.ts";

export interface Progress {
  readonly file: string;
  /** Bytes of all files as they lie on disk (compressed where they are). */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
}

export interface ReadOptions {
  /** What one item means; called once for each distinct item. */
  readonly readItem: (item: Item) => ItemReading;
  /** Rows dated after it are set aside as future-dated; null where none are. */
  readonly latestDay: Day | null;
  readonly onProgress?: (progress: Progress) => void;
  /** Issues held in memory before they go to a temporary file; 1,000,000 where not given. */
  readonly maxInMemory?: number;
}

/** One person with any opioid in the data: their issues in date order, as they came within a day. */
export interface PersonRecord {
  readonly person: string;
  readonly details: PersonDetails;
  readonly issues: readonly Issue[];
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

/**
 * Reads prescribing records from files and folders, gzipped or not, whatever their names.
 * Never throws for what stands in a file: `account` has every row and every file that could not be read.
 */
export const readRecords = async (_paths: readonly string[], _options: ReadOptions): Promise<Records> => {
  throw new Error("not written yet");
};
