import type { DirectionsReason } from "./types.ts";

/**
 * Reasons of texts in which no dose is said: nothing written, "as directed", "ONE" without how often, "daily" without
 * how much, "for pain". What such a text means for one person tells nothing of what it means for the next.
 */
const WITHOUT_DOSE: ReadonlySet<DirectionsReason> = new Set([
  "empty",
  "as-directed",
  "no-amount",
  "no-frequency",
  "not-a-dose",
]);

/**
 * Whether a text that was refused for this reason says no dose, so that a person can read it for one person only. The
 * others say a dose that is not certain: the same words are the same riddle for everyone.
 * @example saysNoDose("no-frequency") // true: "ONE"
 */
export const saysNoDose = (reason: DirectionsReason): boolean => WITHOUT_DOSE.has(reason);
