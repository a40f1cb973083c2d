import { describe, expect, test } from "vitest";
import { addDays, dayFrom, formatDay, parseDay, partsOfDay, sayDay, type Day } from "./day.ts";

describe("parseDay", () => {
  test.each([
    ["1970-01-01", 0],
    ["1970-01-02", 1],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2026-03-14", 20526],
  ])("%s is day %i", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  test.each([
    "",
    "2026-3-14",
    "14/03/2026",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-04-31",
    "2026-02-29",
    "1900-02-29",
    "2026-03-14T00:00",
    " 2026-03-14",
    "x2026-03-14",
  ])("%o is no day", (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe("dayFrom", () => {
  test.each([
    [2024, true],
    [2000, true],
    [2026, false],
    [1900, false],
    [2100, false],
  ])("29 February %i exists: %s", (year, exists) => {
    expect(dayFrom(year, 2, 29) !== null).toBe(exists);
  });

  test("each month ends on its last day", () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, length] of lengths.entries()) {
      expect(dayFrom(2026, index + 1, length)).not.toBeNull();
      expect(dayFrom(2026, index + 1, length + 1)).toBeNull();
    }
  });
});

test("for people: 14 Mar 2026, and each month by its short name", () => {
  expect(sayDay(parseDay("2026-03-14")!)).toBe("14 Mar 2026");
  const months = Array.from({ length: 12 }, (_, index) => sayDay(dayFrom(2026, index + 1, 1)!).split(" ")[1]);
  expect(months.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
});

test("parts, with years before 1970 and after a leap day", () => {
  expect(partsOfDay(parseDay("1961-05-04")!)).toEqual({ year: 1961, month: 5, date: 4 });
  expect(partsOfDay(parseDay("2024-03-01")!)).toEqual({ year: 2024, month: 3, date: 1 });
  expect(partsOfDay(parseDay("2024-12-31")!)).toEqual({ year: 2024, month: 12, date: 31 });
});

test("years of fewer than four digits keep their noughts", () => {
  expect(formatDay(dayFrom(812, 1, 2)!)).toBe("0812-01-02");
});

test("days later and earlier, over the end of a month", () => {
  expect(formatDay(addDays(parseDay("2026-02-27")!, 2))).toBe("2026-03-01");
  expect(formatDay(addDays(parseDay("2026-01-01")!, -1))).toBe("2025-12-31");
  expect(addDays(5 as Day, 0)).toBe(5);
});
