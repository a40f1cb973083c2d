import { describe, expect, test } from "vitest";
import { addDays, formatDay } from "../calendar/day.ts";
import { issue, on } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { longTermUse } from "./long-term-use.ts";

const monthly = (times: number) => Array.from({ length: times }, (_, i) => issue(addDays(on("2025-01-01"), i * 28)));
const after = (days: number) => formatDay(addDays(on("2025-01-01"), days));

describe("long-term use", () => {
  test.each([
    [89, null],
    [90, 3],
    [91, 3],
    [364, 3],
    [365, 12],
    [366, 12],
  ])("%d days after the first issue", (days, months) => {
    expect(evidenceOf(longTermUse, monthly(14), after(days))?.months ?? null).toBe(months);
  });

  test("says since when, and proves it by the first and the current rows", () => {
    const found = evidenceOf(longTermUse, monthly(14), after(100));
    expect(found).toMatchObject({ since: "2025-01-01", days: 100, issues: 4 });
    expect(found?.rows.map(({ date }) => date)).toEqual(["2025-01-01", after(84)]);
  });

  test("counts on through a gap of 90 days, and anew after 91", () => {
    const gap = (days: number) => [...monthly(4), issue(addDays(on(after(84 + 56)), days))];
    expect(evidenceOf(longTermUse, gap(90), after(84 + 56 + 90))?.since).toBe("2025-01-01");
    expect(evidenceOf(longTermUse, gap(91), after(84 + 56 + 91))).toBeNull();
  });

  test("is of the present: nothing once no instruction is current", () => {
    expect(evidenceOf(longTermUse, monthly(14), after(13 * 28 + 55))).not.toBeNull();
    expect(evidenceOf(longTermUse, monthly(14), after(13 * 28 + 56))).toBeNull();
  });
});
