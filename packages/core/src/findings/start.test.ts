import { describe, expect, test } from "vitest";
import { issue, reading, unwatchedReading } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { highDoseStart } from "./high-dose-start.ts";
import { inheritedOnRegistration } from "./inherited-on-registration.ts";

const HIGH = reading({ perDay: 120, supplied: 3360 });

describe("high-dose start", () => {
  const seen = { dataFrom: "2025-01-01" };
  const started = (perDay: number) => [issue("2026-01-01", { perDay })];

  test.each([
    [89.999999, null],
    [90, 90],
    [91, 91],
  ])("directed %d mg a day at the start", (perDay, most) => {
    expect(evidenceOf(highDoseStart, started(perDay), "2026-02-01", seen)?.directedMaxMgPerDay ?? null).toBe(most);
  });

  test("a rise within seven days belongs to the start, one on the eighth does not", () => {
    const rising = (day: string) => [issue("2026-01-01"), issue(day, HIGH)];
    expect(evidenceOf(highDoseStart, rising("2026-01-07"), "2026-02-01", seen)).toMatchObject({
      startedOn: "2026-01-01",
    });
    expect(evidenceOf(highDoseStart, rising("2026-01-08"), "2026-02-01", seen)).toBeNull();
  });

  test("needs 90 days of records without an opioid", () => {
    const from = (dataFrom: string) =>
      evidenceOf(highDoseStart, [issue("2026-01-01", HIGH)], "2026-02-01", { dataFrom });
    expect(from("2025-10-03")).not.toBeNull();
    expect(from("2025-10-04")).toBeNull();
    expect(evidenceOf(highDoseStart, [issue("2026-01-01", HIGH)], "2026-02-01")).toBeNull();
    const other = issue("2025-06-01", unwatchedReading());
    expect(evidenceOf(highDoseStart, [other, issue("2026-01-01", HIGH)], "2026-02-01")).not.toBeNull();
  });

  test("is no start after an opioid recorded elsewhere, or where it may be inherited", () => {
    const before = issue("2025-12-20", {}, { kind: "elsewhere" });
    expect(evidenceOf(highDoseStart, [before, issue("2026-01-01", HIGH)], "2026-02-01", seen)).toBeNull();
    const registered = (day: string) =>
      evidenceOf(highDoseStart, [issue("2026-01-01", HIGH)], "2026-02-01", { ...seen, registered: day });
    expect(registered("2025-11-02")).toBeNull();
    expect(registered("2025-06-01")).not.toBeNull();
  });

  test("sees no further back than registration, nor than the data", () => {
    const registered = (day: string) =>
      evidenceOf(highDoseStart, [issue("2026-01-01", HIGH)], "2026-02-01", { ...seen, registered: day });
    expect(registered("2025-10-04")).toBeNull();
    expect(registered("2025-10-03")).not.toBeNull();
    const before = issue("2025-09-01", unwatchedReading());
    const late = { dataFrom: "2025-12-01", registered: "2020-01-01" };
    expect(evidenceOf(highDoseStart, [issue("2026-01-01", HIGH)], "2026-02-01", late)).toBeNull();
    expect(evidenceOf(highDoseStart, [before, issue("2026-01-01", HIGH)], "2026-02-01", late)).not.toBeNull();
  });

  test("looks 90 days back for what another service supplied, and no further", () => {
    const elsewhere = (day: string) =>
      evidenceOf(highDoseStart, [issue(day, {}, { kind: "elsewhere" }), issue("2026-01-01", HIGH)], "2026-02-01", seen);
    expect(elsewhere("2025-07-06")).toBeNull();
    expect(elsewhere("2025-07-05")).not.toBeNull();
    expect(elsewhere("2026-01-01")).not.toBeNull();
  });

  test("is proved by the rows of the first seven days, and over once nothing is current", () => {
    const issues = [
      issue("2026-01-01", HIGH, { row: 2 }),
      issue("2026-01-07", HIGH, { row: 3 }),
      issue("2026-01-08", HIGH, { row: 4 }),
    ];
    expect(evidenceOf(highDoseStart, issues, "2026-02-01", seen)?.rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(evidenceOf(highDoseStart, issues, "2026-06-01", seen)).toBeNull();
    expect(evidenceOf(highDoseStart, [], "2026-06-01", seen)).toBeNull();
  });
});

describe("inherited on registration", () => {
  const registered = (day: string, dataFrom?: string) =>
    evidenceOf(inheritedOnRegistration, [issue("2026-01-01", HIGH)], "2026-02-01", {
      registered: day,
      ...(dataFrom === undefined ? {} : { dataFrom }),
    });

  test.each([
    ["2025-11-01", null],
    ["2025-11-02", 60],
    ["2025-11-03", 59],
    ["2026-01-01", 0],
  ])("registered on %s", (day, after) => {
    expect(registered(day)?.daysAfterRegistering ?? null).toBe(after);
  });

  test("says when, and how much", () => {
    expect(registered("2025-12-01")).toMatchObject({
      registered: "2025-12-01",
      firstIssue: "2026-01-01",
      directedMaxMgPerDay: 120,
      rows: [{ date: "2026-01-01" }],
    });
  });

  test("counts records that came along from before", () => {
    const issues = [issue("2025-11-20", HIGH), issue("2025-12-18", HIGH)];
    expect(evidenceOf(inheritedOnRegistration, issues, "2026-01-02", { registered: "2025-12-01" })).toMatchObject({
      firstIssue: "2025-12-18",
      daysAfterRegistering: 17,
      rows: [{ date: "2025-12-18" }],
    });
  });

  test("is not told where someone registered before the data begin, at no known date, or stopped", () => {
    expect(registered("2025-12-01", "2025-12-02")).toBeNull();
    expect(registered("2025-12-01", "2025-12-01")).not.toBeNull();
    expect(evidenceOf(inheritedOnRegistration, [issue("2026-01-01")], "2026-02-01")).toBeNull();
    expect(
      evidenceOf(inheritedOnRegistration, [issue("2026-01-01")], "2026-06-01", { registered: "2025-12-20" }),
    ).toBeNull();
  });
});
