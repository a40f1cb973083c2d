import type { LogBreak, LogEntry, LogHead, LogProof } from "../api/audit-log.ts";
import { hashOfEntry, NO_HASH } from "./audit-text.ts";

/** More of them tell nothing that the first do not. */
const MOST_BREAKS = 20;

type Last = Pick<LogEntry, "number" | "hash" | "practice" | "at">;
const NOTHING: Last = { number: 0, hash: NO_HASH, practice: "", at: "" };

/** What is wrong with an entry behind the one before it; null where it follows. */
const breakAt = (entry: LogEntry, last: Last): LogBreak | null => {
  const { number, hash, previous, practice } = entry;
  if (last.number > 0 && practice !== last.practice) return { what: "other-practice", entry: number, practice };
  if (number <= last.number) return { what: "out-of-order", entry: number, after: last.number };
  const reckoned = hashOfEntry(previous, entry);
  if (reckoned !== hash) return { what: "changed", entry: number, hash, reckoned };
  if (number > last.number + 1) return { what: "missing", entry: last.number + 1, to: number - 1 };
  if (previous !== last.hash) return { what: "does-not-follow", entry: number, previous, before: last.hash };
  return null;
};

/** An end that was written down; of which practice, where that was written with it. */
export type WrittenEnd = LogHead & { readonly practice?: string };
const isOf =
  (practice: string) =>
  (end: WrittenEnd): boolean =>
    practice === "" || end.practice === undefined || end.practice === practice;

const headOf = ({ number, hash }: LogHead): LogHead => ({ number, hash });

const unlikeWritten = (
  { number, hash, practice }: LogEntry,
  ends: ReadonlyMap<number, readonly WrittenEnd[]>,
): LogBreak | null => {
  const end = ends.get(number)?.find((one) => one.hash !== hash && isOf(practice)(one));
  return end === undefined ? null : { what: "not-as-written-down", entry: number, hash, anchor: headOf(end) };
};

/** Whether the end that the database keeps is the log's own. */
const unlikeKept = ({ number, hash }: Last, kept: LogHead | null): LogBreak | null =>
  kept === null || kept.number > number || (kept.number === number && kept.hash === hash)
    ? null
    : { what: "not-as-written-down", entry: number, hash, anchor: kept };

const cutOff = (ends: readonly LogHead[], last: Last): LogBreak | null => {
  let latest: LogHead | null = null;
  for (const end of ends) if (end.number > (latest ?? last).number) latest = end;
  return latest === null ? null : { what: "cut-off", entry: last.number + 1, anchor: headOf(latest) };
};

/**
 * Follows a log from its first entry: every hash is reckoned again, and compared with ends that were written down. One
 * changed, removed, inserted or moved entry is found, and an end that was cut off after it had been written down. An
 * entry that was put in with a right hash of its own shows in the one behind it, which follows another. `keptHead` is the
 * end that the database keeps beside the log, asked for when all entries are read.
 */
export const proveLog = async (
  entries: AsyncIterable<readonly LogEntry[]>,
  writtenDown: readonly WrittenEnd[],
  keptHead: () => LogHead | null = () => null,
): Promise<LogProof> => {
  const byNumber = Map.groupBy(writtenDown, ({ number }) => number);
  const breaks: LogBreak[] = [];
  let last = NOTHING;
  let count = 0;
  for await (const some of entries)
    for (const entry of some) {
      count++;
      const found = breakAt(entry, last) ?? unlikeWritten(entry, byNumber);
      if (found !== null && breaks.length < MOST_BREAKS) breaks.push(found);
      last = entry;
    }
  const ends = writtenDown.filter(isOf(last.practice));
  const kept = keptHead();
  const atEnd = cutOff(kept === null ? ends : [...ends, kept], last) ?? unlikeKept(last, kept);
  if (atEnd !== null) breaks.push(atEnd);
  const head = last.number === 0 ? null : { ...headOf(last), at: last.at };
  return { whole: breaks.length === 0, entries: count, head, compared: ends.length, breaks };
};
