import { describe, expect, test } from "vitest";
import { issue } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { highDose } from "./high-dose.ts";

describe("high dose", () => {
  const directed = (perDay: number) =>
    evidenceOf(highDose, [issue("2026-01-01", { perDay, supplied: 10 }, { row: 4 })], "2026-01-10");

  test.each([
    [89.999999, false],
    [90, true],
    [90.5, true],
  ])("directed %d mg a day", (perDay, found) => {
    expect(directed(perDay) !== null).toBe(found);
  });

  test.each([
    [119.999999, false],
    [120, true],
    [121, true],
  ])("shows the former mark too: %d mg a day", (perDay, at120) => {
    expect(directed(perDay)).toMatchObject({ by: "directed", at120, directedMaxMgPerDay: perDay });
  });

  test.each([
    [8099.999999, null],
    [8100, "supplied"],
    [8101, "supplied"],
  ])("supplied %d mg within 90 days", (supplied, by) => {
    const found = evidenceOf(highDose, [issue("2026-01-01", { perDay: 20, supplied })], "2026-01-10");
    expect(found?.by ?? null).toBe(by);
  });

  test("goes by the most of a band, and says where both methods reach it", () => {
    const found = evidenceOf(highDose, [issue("2026-01-01", { perDay: [0, 130], supplied: 9000 })], "2026-01-10");
    expect(found).toMatchObject({ by: "directed and supplied", suppliedMgPerDay: 100, at120: true });
  });

  test("names the rows that prove it", () => {
    expect(directed(90)?.rows).toEqual([
      { file: "issues.csv", row: 4, date: "2026-01-01", product: "morphine  tablets" },
    ]);
  });

  test("leaves out rows that add nothing", () => {
    const unread = issue("2026-01-01", { id: "other", directionsRefused: true, supplied: null }, { row: 5 });
    const high = issue("2026-01-01", { perDay: 90, supplied: 9000 }, { row: 4 });
    expect(evidenceOf(highDose, [unread, high], "2026-01-10")?.rows.map(({ row }) => row)).toEqual([4]);
  });

  test("takes another threshold", () => {
    const issues = [issue("2026-01-01", { perDay: 60, supplied: 10 })];
    expect(evidenceOf(highDose, issues, "2026-01-10", { thresholds: { mgPerDay: 60 } })).not.toBeNull();
  });
});
