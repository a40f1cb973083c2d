import { describe, expect, test } from "vitest";
import { addDays, formatDay } from "../calendar/day.ts";
import { issue, on, type Sketch } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { supplyAhead } from "./supply-ahead.ts";
import { supplyBehind } from "./supply-behind.ts";

const START = on("2026-01-01");

/** Collections on these days, counted from the start; 28 days of supply at 20 mg a day unless the sketch says so. */
const collected = (days: readonly number[], sketch: Sketch = {}) =>
  days.map((day) => issue(addDays(START, day), sketch));
const steps = (every: number, until = 120) =>
  Array.from({ length: Math.floor(until / every) + 1 }, (_, i) => i * every);
const after = (days: number) => formatDay(addDays(START, days));

describe("supply ahead", () => {
  const ahead = (days: readonly number[], on: number, sketch: Sketch = {}) =>
    evidenceOf(supplyAhead, collected(days, sketch), after(on));

  test.each([
    [28, false],
    [24, false],
    [22, true],
    [21, true],
    [14, true],
  ])("28 days of supply collected every %d days", (every, found) => {
    expect(ahead(steps(every), 120) !== null).toBe(found);
  });

  test("at exactly one fifth more there is no finding, just above it there is", () => {
    const fifth = (supplied: number) => ahead([0, 28, 56, 84, 112], 113, { supplied });
    expect(fifth(671.9)).toBeNull();
    expect(fifth(672)).toBeNull();
    expect(fifth(672.1)).not.toBeNull();
  });

  test("says how many days early on average", () => {
    expect(ahead(steps(21), 110)?.substances).toEqual([
      {
        substance: "morphine",
        from: after(21),
        to: after(105),
        days: 84,
        collections: 4,
        suppliedMg: 2240,
        directedMaxMg: 1680,
        averageDaysEarly: 7,
      },
    ]);
  });

  test("is proved by every collection of the stretch, both ends, and judges each substance alone", () => {
    const codeine = steps(28).map((day) => issue(addDays(START, day), { substance: "codeine" }));
    const found = evidenceOf(supplyAhead, [...collected(steps(21)), ...codeine], after(110));
    expect(found?.rows.map(({ date }) => date)).toEqual([21, 42, 63, 84, 105].map(after));
  });

  test("is not judged over an order that was stopped before it was used up", () => {
    const days = steps(14, 98);
    const stopped = days.map((day, at) =>
      issue(addDays(START, day), {}, at === 3 ? { stopped: { day: addDays(START, day + 7), told: true } } : {}),
    );
    expect(evidenceOf(supplyAhead, collected(days), after(105))).not.toBeNull();
    expect(evidenceOf(supplyAhead, stopped, after(105))).toBeNull();
  });

  test("is not judged on a single collection in the window", () => {
    expect(ahead([0, 14], 103, { runOutDays: 200 })).toBeNull();
  });

  test("is not judged before the directions were current for the whole window", () => {
    expect(ahead([0, 14, 28, 42, 56, 70, 84], 88)).toBeNull();
    expect(ahead([0, 14, 28, 42, 56, 70, 84], 89)).not.toBeNull();
  });

  test("one collection early that is made up for is no finding, nor is steady collection on any day", () => {
    expect(ahead([0, 28, 49, 84, 112], 113)).toBeNull();
    for (let day = 90; day < 148; day++) expect(ahead(steps(28, day), day)).toBeNull();
    for (let day = 90; day < 148; day++)
      expect(ahead(steps(56, day), day, { runOutDays: 56, supplied: 1120 })).toBeNull();
  });

  test("is not judged where something was refused, or not every day had directions", () => {
    const days = steps(14);
    const issues = collected(days);
    expect(evidenceOf(supplyAhead, issues, after(120))).not.toBeNull();
    const unread = issue(after(84), { id: "other", directionsRefused: true });
    expect(evidenceOf(supplyAhead, [...issues, unread], after(120))).toBeNull();
    const uncounted = issue(after(84), { id: "other", supplied: null });
    expect(evidenceOf(supplyAhead, [...issues, uncounted], after(120))).toBeNull();
    const courses = collected(days, { phases: [[7, 20, 20]] });
    expect(evidenceOf(supplyAhead, courses, after(115))).toBeNull();
  });
});

describe("supply behind", () => {
  const behind = (days: readonly number[], on: number, sketch: Sketch = {}) =>
    evidenceOf(supplyBehind, collected(days, sketch), after(on));

  test("at exactly one fifth less there is no finding, just below it there is", () => {
    const fifth = (supplied: number) => behind([0, 28, 56, 84, 112], 113, { supplied });
    expect(fifth(448.1)).toBeNull();
    expect(fifth(448)).toBeNull();
    expect(fifth(447.9)?.substances).toMatchObject([{ suppliedMg: 1791.6, directedMinMg: 2240, days: 112 }]);
  });

  test("28 days of supply that last 40", () => {
    expect(behind(steps(40), 121)).not.toBeNull();
    expect(behind(steps(33), 121)).toBeNull();
  });

  test("never where the directions allow none", () => {
    expect(behind(steps(40), 121, { perDay: [0, 20] })).toBeNull();
  });

  test("not across two episodes", () => {
    expect(behind([0, 200], 201)).toBeNull();
  });
});
