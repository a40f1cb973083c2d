import type { Day } from "../calendar/day.ts";
import type { Part } from "./part.ts";
import type { Issue } from "./types.ts";

/** One issue and the days on which its instruction is current: from `from` up to, but not on, `to`. */
export interface Span {
  readonly issue: Issue;
  readonly part: Part;
  readonly from: Day;
  /** The day on which the supply, with what was carried over, is used up. */
  readonly runsOut: Day;
  /** Days carried over from earlier issues of the medicine, within `runsOut`. */
  readonly carriedDays: number;
  readonly to: Day;
}

/** By day, then by file and row, however the records came. */
export const inRecordOrder = (a: Span, b: Span): number => {
  if (a.from !== b.from) return a.from - b.from;
  if (a.issue.file !== b.issue.file) return a.issue.file < b.issue.file ? -1 : 1;
  return a.issue.row - b.issue.row;
};
