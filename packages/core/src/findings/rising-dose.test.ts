import { describe, expect, test } from "vitest";
import { addDays, formatDay } from "../calendar/day.ts";
import { issue, on, type Sketch } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { risingDose } from "./rising-dose.ts";

const DAY = "2026-07-02";
const EARLIER = "2026-01-01";

/** Collections every so many days from a day on, so many times. */
const every = (days: number, from: string, times: number, sketch: Sketch) =>
  Array.from({ length: times }, (_, i) => issue(addDays(on(from), i * days), sketch));

describe("rising dose", () => {
  const from = (earlier: Sketch, now: Sketch) =>
    evidenceOf(risingDose, [issue(EARLIER, earlier), issue("2026-06-20", now)], DAY);

  test.each([
    [100, 129.9, false],
    [100, 130, true],
    [100, 131, true],
    [20, 34.9, false],
    [20, 35, true],
    [20, 36, true],
  ])("from %d to %d mg a day as directed", (earlier, now, rises) => {
    expect(from({ perDay: earlier }, { perDay: now }) !== null).toBe(rises);
  });

  test("says what it compares", () => {
    expect(from({ perDay: 20 }, { perDay: 60 })).toMatchObject({
      by: "directed",
      earlierOn: EARLIER,
      earlierMgPerDay: 20,
      nowMgPerDay: 60,
    });
  });

  test("is no rise from nothing, nor from what had no number", () => {
    expect(evidenceOf(risingDose, [issue("2026-06-20", { perDay: 60 })], DAY)).toBeNull();
    const unread = issue(EARLIER, { substance: "codeine", directionsRefused: true });
    expect(
      evidenceOf(risingDose, [unread, issue(EARLIER, { perDay: 20 }), issue("2026-06-20", { perDay: 60 })], DAY),
    ).toBeNull();
  });

  test("is no rise where the practice took over what another service supplied", () => {
    const elsewhere = issue(EARLIER, { perDay: 40 }, { kind: "elsewhere" });
    const issues = [elsewhere, issue(EARLIER, { perDay: 20 }), issue("2026-06-20", { perDay: 60 })];
    expect(evidenceOf(risingDose, issues, DAY)).toBeNull();
  });

  test("sees a rise in supply under unchanged directions", () => {
    const supplies = [
      ...every(28, "2025-08-01", 8, { perDay: [0, 80], supplied: 560 }),
      ...every(14, "2026-03-13", 8, { perDay: [0, 80], supplied: 560 }),
    ];
    expect(evidenceOf(risingDose, supplies, DAY)).toMatchObject({
      by: "supplied",
      earlierMgPerDay: 20,
      nowMgPerDay: 40,
    });
  });

  test("does not judge supply where any current substance cannot be", () => {
    const morphine = (times: number, from: string, days: number) =>
      every(days, from, times, { perDay: [0, 80], supplied: 560 });
    const supplies = [...morphine(8, "2025-08-01", 28), ...morphine(8, "2026-03-13", 14)];
    const newer = issue("2026-06-20", { substance: "codeine", perDay: [0, 5] });
    expect(evidenceOf(risingDose, [...supplies, newer], DAY)).toBeNull();
    const uncounted = issue("2026-04-20", { perDay: [0, 80], supplied: null });
    expect(evidenceOf(risingDose, [...supplies, uncounted], DAY)).toBeNull();
  });

  test("is proved by what was current then and now", () => {
    expect(from({ perDay: 20 }, { perDay: 60 })?.rows.map(({ date }) => date)).toEqual([EARLIER, "2026-06-20"]);
  });

  test("is not misled by three or four monthly collections in a window", () => {
    for (let shift = 0; shift < 28; shift++) {
      const steady = every(28, "2025-06-01", 20, { perDay: 100, supplied: 2800 });
      const day = formatDay(addDays(on(DAY), shift));
      expect(evidenceOf(risingDose, steady, day)).toBeNull();
    }
  });
});
