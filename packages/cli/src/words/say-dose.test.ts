import { describe, expect, it } from "vitest";
import { isoToDay, sayAverageMg, sayBand, sayCount, sayDate, sayDuration, sayMg } from "./say-dose.ts";

const day = isoToDay;

describe("a dose in words", () => {
  it.each([
    [{ min: 84, max: 108, atLeast: false }, "84–108"],
    [{ min: 0, max: 24, atLeast: false }, "0–24"],
    [{ min: 60, max: 60, atLeast: true }, "at least 60"],
    [{ min: 82.5, max: 82.5, atLeast: false }, "82.5"],
    [{ min: 0, max: 0, atLeast: true }, "not known"],
    [{ min: 0, max: 0, atLeast: false }, "none"],
  ])("%j is %s", (dose, says) => {
    expect(sayBand(dose)).toBe(says);
  });

  it("rounds what was averaged, and keeps what was directed", () => {
    expect([sayAverageMg(97.34), sayAverageMg(6.222222), sayMg(97.34), sayMg(0)]).toEqual(["97", "6.2", "97.3", "0"]);
  });
});

describe("a time in words", () => {
  it.each([
    ["2026-11-10", "2026-11-20", "10 d"],
    ["2026-10-20", "2026-11-20", "4 w"],
    ["2025-11-21", "2026-11-20", "11 m"],
    ["2025-11-20", "2026-11-20", "1 y"],
    ["2021-07-21", "2026-11-20", "5 y 3 m"],
  ])("%s to %s is %s", (from, to, says) => {
    expect(sayDuration(day(from), day(to)).replaceAll("\u202f", " ")).toBe(says);
  });

  it("writes dates for people and counts with commas", () => {
    expect(sayDate(day("2026-03-14"))).toBe("14 Mar 2026");
    expect([sayCount(0), sayCount(999), sayCount(184_211), sayCount(1_000_000)]).toEqual([
      "0",
      "999",
      "184,211",
      "1,000,000",
    ]);
  });
});
