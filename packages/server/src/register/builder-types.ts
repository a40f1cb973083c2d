import type { Work } from "../store/schema.ts";

/** What keeps the register in step with the records. */
export interface RegisterBuilder {
  /** Builds the register anew beside the one shown, then swaps them in one transaction. */
  readonly rebuild: (onProgress?: (people: number, of: number) => void) => Promise<void>;
  /**
   * Rebuilds the entries of everyone whose records have this text of this product (`item.reading_key`), inside the
   * transaction that wrote or undid a reading by hand; of `personId` alone where the reading is of one person. Says how
   * many people these are.
   */
  readonly follow: (trx: Work, readingKey: string, personId?: number | null) => Promise<number>;
  /** A whole building is under way. */
  /** Whether the register that is shown, if there is one, was built by the engine that runs now. */
  readonly isOfThisEngine: () => Promise<boolean>;
  readonly building: () => boolean;
}
