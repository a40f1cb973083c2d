import { describe, expect, it } from "vitest";
import { dayOf, monthNow, monthsBetween } from "./dates.ts";

describe("dates", () => {
  it("are days in no time zone", () => {
    expect([dayOf("1970-01-02"), dayOf("2026-11-20T08:13:00Z")]).toEqual([1, dayOf("2026-11-20")]);
  });

  it.each([
    ["2025-11-21", "2026-11-20", 11],
    ["2025-11-20", "2026-11-20", 12],
    ["2026-01-31", "2026-02-28", 0],
  ])("from %s to %s are %d whole months", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it("name the month as the service does, in UTC", () => {
    expect(monthNow(new Date("2026-12-01T00:30:00+01:00"))).toBe("2026-11");
  });
});
