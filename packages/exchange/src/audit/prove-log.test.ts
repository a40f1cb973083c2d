import { describe, expect, it } from "vitest";
import type { LogEntry, LogHead } from "../api/audit-log.ts";
import { hashOfEntry, NO_HASH } from "./audit-text.ts";
import { proveLog } from "./prove-log.ts";
import { readAnchors } from "./read-anchors.ts";

const PRACTICE = "00000000-0000-4000-8000-000000000001";

const entry = (number: number, previous: string, more: Partial<LogEntry> = {}): LogEntry => {
  const said = {
    practice: PRACTICE,
    number,
    at: `2026-11-20T09:30:00.00000${number % 10}Z`,
    account: null,
    who: "Dr Ahmed",
    roles: "prescriber",
    purpose: "direct-care",
    action: "person.read",
    outcome: "done",
    people: [number],
    everybody: false,
    about: "{}",
    why: "",
    fromWhere: "127.0.0.1",
    request: "",
    previous,
    hash: NO_HASH,
    ...more,
  };
  return { ...said, hash: hashOfEntry(previous, said) };
};

const logOf = (most: number): readonly LogEntry[] => {
  const entries: LogEntry[] = [];
  for (let number = 1; number <= most; number++) entries.push(entry(number, entries.at(-1)?.hash ?? NO_HASH));
  return entries;
};

const LOG = logOf(9);
const HEAD: LogHead = { number: 9, hash: LOG[8]!.hash };

async function* inPieces(entries: readonly LogEntry[]) {
  for (let at = 0; at < entries.length; at += 4) yield entries.slice(at, at + 4);
}
const proved = (entries: readonly LogEntry[], anchors: readonly LogHead[] = [HEAD]) =>
  proveLog(inPieces(entries), anchors);
const breaksOf = async (entries: readonly LogEntry[], anchors?: readonly LogHead[]) =>
  (await proved(entries, anchors)).breaks.map(({ what, entry: at }) => [what, at]);
const replaced = (at: number, put: LogEntry) => LOG.map((one) => (one.number === at ? put : one));

describe("the proof of a log", () => {
  it("finds a whole one whole, up to its last entry", async () => {
    expect(await proved(LOG)).toEqual({
      whole: true,
      entries: 9,
      head: { ...HEAD, at: LOG[8]!.at },
      compared: 1,
      breaks: [],
    });
    expect(await proved([], [])).toMatchObject({ whole: true, entries: 0, head: null });
  });

  it.each(Object.keys(LOG[4]!))("finds one changed field: %s", async (field) => {
    const was = LOG[4]![field as keyof LogEntry];
    const changed =
      typeof was === "number" ? was - 1 : Array.isArray(was) ? [7] : typeof was === "boolean" ? !was : "ab".repeat(32);
    const { whole, breaks } = await proved(replaced(5, { ...LOG[4]!, [field]: changed }));
    expect(whole).toBe(false);
    expect(field === "number" ? [4] : [5]).toContain(breaks[0]!.entry);
  });

  it("finds a changed entry that was given the hash of what it says now", async () => {
    expect(await breaksOf(replaced(5, entry(5, LOG[3]!.hash, { who: "Nobody" })))).toEqual([["does-not-follow", 6]]);
  });

  it("finds one that was removed, moved, or put in", async () => {
    expect(await breaksOf(LOG.filter(({ number }) => number !== 4))).toEqual([["missing", 4]]);
    expect(await breaksOf(LOG.filter(({ number }) => number !== 1))).toEqual([["missing", 1]]);
    const swapped = [...replaced(3, { ...LOG[4]!, number: 3 })].map((one) =>
      one.number === 5 ? { ...LOG[2]!, number: 5 } : one,
    );
    expect((await breaksOf(swapped))[0]).toEqual(["changed", 3]);
    const forged = [
      ...LOG.slice(0, 4),
      entry(5, LOG[3]!.hash),
      ...LOG.slice(4).map((it) => ({ ...it, number: it.number + 1 })),
    ];
    expect((await breaksOf(forged))[0]).toEqual(["changed", 6]);
    expect((await breaksOf([...LOG.slice(0, 4), LOG[3]!, ...LOG.slice(4)]))[0]).toEqual(["out-of-order", 4]);
  });

  it("finds an end that was cut off, and a log that was written anew, by what was written down", async () => {
    expect(await breaksOf(LOG.slice(0, 7))).toEqual([["cut-off", 8]]);
    expect(await breaksOf([])).toEqual([["cut-off", 1]]);
    const anew = [...LOG.slice(0, 6), entry(7, LOG[5]!.hash, { who: "Nobody" })];
    const rest = entry(8, anew[6]!.hash);
    const wholly = [...anew, rest, entry(9, rest.hash)];
    expect(await breaksOf(wholly, [])).toEqual([]);
    expect(await breaksOf(wholly)).toEqual([["not-as-written-down", 9]]);
  });

  it("finds what belongs to another practice", async () => {
    const other = entry(5, LOG[3]!.hash, { practice: "00000000-0000-4000-8000-000000000002" });
    expect((await breaksOf(replaced(5, other)))[0]).toEqual(["other-practice", 5]);
  });

  it("tells the first breaks alone, and the cut end", async () => {
    const all = logOf(60).map((it) => ({ ...it, who: "Nobody" }));
    const { breaks } = await proved(all, [{ number: 99, hash: NO_HASH }]);
    expect(breaks.map(({ entry: at }) => at)).toEqual([...Array.from({ length: 20 }, (_, i) => i + 1), 61]);
  });
});

describe("heads that were written down", () => {
  it("are read line by line; one that was not written to its end is none", () => {
    const anchor = { practice: PRACTICE, at: "2026-11-20T09:30:00.000Z", ...HEAD };
    const line = JSON.stringify(anchor);
    expect(readAnchors(`${line}\n${line.slice(0, 40)}\n${line}\n`)).toEqual([anchor, anchor]);
    expect(readAnchors("")).toEqual([]);
  });
});
