/** So many failures cost nothing: fingers slip. */
const FREE = 4;
const MOST_SECONDS = 15 * 60;
/** After so long without a failure, all is forgotten. */
const FORGET_SECONDS = 24 * 60 * 60;

/** What is kept of failures under one key. */
export interface Failures {
  readonly failures: number;
  /** Seconds since the last one; below 0 where the clock was moved back since. */
  readonly since: number;
}

/** How long the next try has to wait after so many failures in a row, in seconds: doubling, at most a quarter of an hour. */
export const waitAfter = (failures: number, free = FREE): number =>
  failures <= free ? 0 : Math.min(2 ** (failures - free), MOST_SECONDS);

/**
 * Seconds that are still to be waited; 0 where a try may be made. Where the clock was moved back, nobody waits until it
 * comes again to where it was: one try is free, and is counted by the clock as it is now.
 */
export const waitLeft = ({ failures, since }: Failures, free = FREE): number =>
  since < 0 || since >= FORGET_SECONDS ? 0 : Math.max(0, Math.ceil(waitAfter(failures, free) - since));
