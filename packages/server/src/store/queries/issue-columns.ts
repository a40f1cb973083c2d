import { sql } from "kysely";

/** Whether and when an order was stopped, as far as the store keeps it. */
export interface StoppedKept {
  /** The first day on which it holds no longer. */
  readonly stopped: string | null;
  /** It was stopped, and nothing tells when. */
  readonly stoppedUntold: boolean;
}

/** The columns of an issue that make a `StoppedKept`. */
export const stoppedKept = sql`stopped, stopped_untold as "stoppedUntold"`;
