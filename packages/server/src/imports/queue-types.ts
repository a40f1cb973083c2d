import type { Readable } from "node:stream";

export type Accepted =
  | { readonly status: "queued"; readonly id: number }
  /** The very same bytes are in the records, or on their way into them: nothing changes. */
  | { readonly status: "already-imported"; readonly id: number }
  /** The import that it is said to replace is not there, or does not count any more. */
  | { readonly status: "nothing-to-replace" };

export type Cancelling = "cancelled" | "not-found" | "finished";

/** Files on their way into the records: one at a time, in the order in which they came, through any restart. */
export interface ImportQueue {
  /**
   * Keeps the bytes in the data folder and queues them. The answer is given once both are safe on disk.
   * A file of the same name as one that counts replaces it once it is read; `replaces` names another.
   */
  readonly accept: (name: string, bytes: Readable, replaces?: number | null) => Promise<Accepted>;
  /** The same for a file of the watched folder; null where there is no such file. */
  readonly acceptFromInbox: (name: string) => Promise<Accepted | null>;
  readonly cancel: (id: number) => Promise<Cancelling>;
  /** Removes the kept files with these digests. */
  readonly forget: (digests: readonly string[]) => void;
  /** Resolves once nothing is queued or under way. */
  readonly idle: () => Promise<void>;
  /** Stops after the batch at hand; the next start goes on from there. */
  readonly close: () => Promise<void>;
}
