import { parseDay, type Day, type Stopped } from "@concord/core";
import type { StoppedKept } from "../store/queries/issue-columns.ts";

/** When an order was stopped; by the last day of the records where nothing tells. Nothing where it was not. */
export const stoppedOn = ({ stopped, stoppedUntold }: StoppedKept, lastDay: Day): { readonly stopped?: Stopped } => {
  if (stopped !== null) return { stopped: { day: parseDay(stopped)!, told: true } };
  return stoppedUntold ? { stopped: { day: lastDay, told: false } } : {};
};
