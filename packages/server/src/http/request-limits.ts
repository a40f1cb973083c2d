/** What one request may take, and how long. Whoever needs more is refused with what to do, and the service goes on. */

/** Bytes of a body that is not a file. */
export const MOST_BODY = 64 * 1024;
/** Bytes of a file of records. */
export const MOST_UPLOAD = 4 * 1024 ** 3;
/** Bytes of a backup: a whole installation. */
export const MOST_BACKUP = 64 * 1024 ** 3;
/** Characters of one part of an address: more than any key, number or month takes. */
export const MOST_PARAM = 400;
/** Levels of objects and lists in a body: no shape of ours has half as many. */
export const MOST_LEVELS = 16;
/** Browsers send some twenty. */
export const MOST_HEADERS = 100;

/** Seconds for the headers to arrive. */
export const HEADERS_SECONDS = 15;
/** Seconds between two requests of one connection. */
export const KEPT_OPEN_SECONDS = 60;
/** At once; each takes a few kilobytes. */
export const MOST_CONNECTIONS = 2000;

/** Whoever sends or takes less in the time for which clients are watched is too slow. */
export interface Pace {
  readonly watchedMilliseconds: number;
  readonly bytesASecond: number;
}

/** A line of the slowest kind that reaches a practice does ten times that. */
export const USUAL_PACE: Pace = { watchedMilliseconds: 30_000, bytesASecond: 1024 };
