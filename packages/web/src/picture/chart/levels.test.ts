import { describe, expect, it } from "vitest";
import type { TimelineRow } from "@concord/exchange/api";
import { dayOf } from "../../words/dates.ts";
import { changeFrom, daysShown, isDense, levelOn, levelsOf, marksShown, meansOf, mostShown } from "./levels.ts";

const row = (
  from: string,
  to: string,
  min: number,
  max: number,
  supplied: number,
  more: Partial<TimelineRow> = {},
): TimelineRow => ({
  from,
  to,
  directed: { min, max },
  supplied,
  atLeast: false,
  bySubstance: [],
  unconverted: [],
  ...more,
});
const unread = [{ product: "Oramorph", code: "directions-refused", detail: "as directed" }];

describe("the dose as levels", () => {
  it("ends with the day of the register, though supply reaches beyond it", () => {
    const levels = levelsOf({ timeline: [row("2026-01-01", "2027-01-01", 10, 20, 12)], asOf: "2026-11-20" });
    expect(levels).toEqual([
      { from: dayOf("2026-01-01"), to: dayOf("2026-11-21"), min: 10, max: 20, supplied: 12, atLeast: false },
    ]);
  });

  it("has no dose after the last stretch, rather than none known", () => {
    const levels = levelsOf({ timeline: [row("2026-01-01", "2026-02-01", 10, 20, 12)], asOf: "2026-11-20" });
    expect(levelOn(levels, dayOf("2026-03-01"))).toMatchObject({ min: 0, max: 0, supplied: 0, atLeast: false });
  });

  it("joins neighbours that are alike", () => {
    const timeline = [row("2026-01-01", "2026-02-01", 10, 20, 12), row("2026-02-01", "2026-11-21", 10, 20, 12)];
    expect(levelsOf({ timeline, asOf: "2026-11-20" })).toHaveLength(1);
  });

  it("does not take for 0 what was supplied and has no number", () => {
    const timeline = [row("2026-01-01", "2026-11-21", 0, 0, 0, { unconverted: unread, atLeast: true })];
    expect(levelsOf({ timeline, asOf: "2026-11-20" })[0]).toMatchObject({ supplied: null, atLeast: true });
  });

  it("goes from change to change", () => {
    const timeline = [row("2026-01-01", "2026-02-01", 10, 20, 12), row("2026-02-01", "2026-11-21", 20, 20, 12)];
    const levels = levelsOf({ timeline, asOf: "2026-11-20" });
    expect(changeFrom(levels, dayOf("2026-03-01"), -1)).toBe(dayOf("2026-02-01"));
    expect(changeFrom(levels, dayOf("2026-02-01"), -1)).toBe(dayOf("2026-01-01"));
    expect(changeFrom(levels, dayOf("2026-03-01"), 1)).toBeNull();
  });
});

describe("how high the chart reaches", () => {
  const marks = [
    { mg: 90, says: "in use", source: "" },
    { mg: 120, says: "formerly", source: "" },
  ];
  const upTo = (max: number) => {
    const levels = levelsOf({ timeline: [row("2026-01-01", "2026-11-21", 0, max, 0)], asOf: "2026-11-20" });
    return { most: mostShown(levels, marks), marks: marksShown(levels, marks).map(({ mg }) => mg) };
  };

  it("shows the mark to a dose that comes half way to it, and not to a small one", () => {
    expect(upTo(44)).toEqual({ most: 44, marks: [] });
    expect(upTo(45)).toEqual({ most: 90, marks: [90] });
    expect(upTo(90)).toEqual({ most: 90, marks: [90] });
    expect(upTo(100)).toEqual({ most: 100, marks: [90, 120] });
  });
});

describe("the days of the chart", () => {
  it("are half a year at least", () => {
    const timeline = [row("2026-11-01", "2026-12-01", 10, 20, 12)];
    expect(daysShown({ timeline, asOf: "2026-11-20", maintenance: [], elsewhere: [] })).toEqual([
      dayOf("2026-11-20") - 180,
      dayOf("2026-11-20"),
    ]);
  });
});

describe("a line that would swing too often", () => {
  const timeline = Array.from({ length: 120 }, (_, i) => {
    const from = dayOf("2024-01-01") + i * 7;
    const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
    return row(iso(from), iso(from + 7), 60, 60, i % 2 === 0 ? 40 : 80);
  });
  const levels = levelsOf({ timeline, asOf: "2026-04-19" });

  it("is told by its changes in the room there is", () => {
    expect(isDense(levels, 600)).toBe(true);
    expect(isDense(levels, 6000)).toBe(false);
  });

  it("is drawn as the mean of each four weeks, which is the mean of the days", () => {
    const means = meansOf(levels);
    expect(means.at(-1)).toMatchObject({ to: dayOf("2026-04-20"), supplied: 60 });
    const days = means.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(days).toBe(dayOf("2026-04-20") - dayOf("2024-01-01"));
  });

  it("has no mean where nothing is known", () => {
    const dark = levelsOf({
      timeline: [row("2026-01-01", "2026-11-21", 0, 0, 0, { unconverted: unread })],
      asOf: "2026-11-20",
    });
    expect(meansOf(dark).every(({ supplied }) => supplied === null)).toBe(true);
  });
});
