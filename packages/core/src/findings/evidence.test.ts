import { describe, expect, test } from "vitest";
import { doseOn } from "../exposure/dose-on.ts";
import { issue, on } from "../exposure/reading.fixture.ts";
import { rowsOf } from "./evidence.ts";

describe("rowsOf", () => {
  test("each record once, by date, then file, then row, however they came", () => {
    const issues = [
      issue("2026-01-02", {}, { file: "a.csv", row: 1 }),
      issue("2026-01-01", { id: "x" }, { file: "b.csv", row: 2 }),
      issue("2026-01-01", { id: "y" }, { file: "a.csv", row: 10 }),
      issue("2026-01-01", { id: "z" }, { file: "a.csv", row: 9 }),
    ];
    const expected = ["a.csv 9 2026-01-01", "a.csv 10 2026-01-01", "b.csv 2 2026-01-01", "a.csv 1 2026-01-02"];
    for (const order of [issues, issues.toReversed()]) {
      const spans = doseOn(order, on("2026-01-02")).supplies;
      const mixed = [...spans.toReversed(), ...spans];
      expect(rowsOf(mixed).map(({ file, row, date }) => `${file} ${row} ${date}`)).toEqual(expected);
      expect(rowsOf(spans).map(({ file, row, date }) => `${file} ${row} ${date}`)).toEqual(expected);
    }
  });
});
