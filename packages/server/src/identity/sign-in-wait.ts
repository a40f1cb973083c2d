/** So many failures cost nothing: fingers slip. */
const FREE = 4;
const MOST_SECONDS = 15 * 60;
/** After so long without a failure, all is forgotten. */
const FORGET_SECONDS = 24 * 60 * 60;

/** What is kept of failures under one key. */
export interface Failures {
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** How long the next try has to wait after so many failures in a row, in seconds: doubling, at most a quarter of an hour. */
export const waitAfter = (failures: number, free = FREE): number =>
  failures <= free ? 0 : Math.min(2 ** (failures - free), MOST_SECONDS);

/** Seconds that are still to be waited at `now`; 0 where a try may be made. A clock moved back waits no longer than the whole. */
export const waitLeft = ({ failures, lastAt }: Failures, now: number, free = FREE): number => {
  const since = Math.max(0, (now - lastAt) / 1000);
  return since >= FORGET_SECONDS ? 0 : Math.max(0, Math.ceil(waitAfter(failures, free) - since));
};
