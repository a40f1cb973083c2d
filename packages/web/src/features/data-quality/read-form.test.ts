import { describe, expect, it } from "vitest";
import { amountsOf, isAmounts, numberTyped } from "./read-form.ts";

describe("an amount as typed", () => {
  it.each([
    ["2", 2],
    [" 0.5 ", 0.5],
    ["0,5", 0.5],
    ["1000", 1000],
    ["1001", null],
    ["", null],
    ["two", null],
    ["-1", null],
    ["1e3", null],
    ["1.2345", null],
  ])("%j is %j", (typed, number) => {
    expect(numberTyped(typed)).toBe(number);
  });

  it("keeps least and most, and says which field is wrong", () => {
    expect(amountsOf({ min: "0", max: "4" })).toEqual({ min: 0, max: 4 });
    expect(amountsOf({ min: "", max: "0" })).toEqual({ min: "wrongNumber", max: "wrongMost" });
    expect(amountsOf({ min: "5", max: "4" })).toEqual({ min: "wrongOrder" });
    expect(isAmounts(amountsOf({ min: "5", max: "4" }))).toBe(false);
    expect(isAmounts(amountsOf({ min: "4", max: "4" }))).toBe(true);
  });
});
