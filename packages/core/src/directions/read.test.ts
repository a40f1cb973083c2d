import { describe, expect, it } from "vitest";
import { ratio } from "../quantity/ratio.ts";
import { readDirections } from "./read.ts";

const first = (text: string) => {
  const reading = readDirections(text);
  if (reading.status === "refused") throw new Error(`${text}: ${reading.reason}`);
  return reading;
};

describe("what a patch needs", () => {
  it.each([
    ["apply one patch every 72 hours", 1, 72],
    ["one patch weekly", 1, 168],
    ["one patch twice weekly", 1, 84],
    ["two patches every 3 days", 2, 72],
    ["change on Mondays", 1, 168],
  ])("%s: %d each %d hours", (text, amount, hours) => {
    expect(first(text).phases[0].each).toEqual({
      amount: { min: ratio(amount), max: ratio(amount) },
      everyHours: { min: ratio(hours), max: ratio(hours) },
    });
  });

  it("has none where doses differ", () => {
    expect(first("2 in the morning and 1 at night").phases[0].each).toBeNull();
  });
});

describe("amounts that the text states besides the dose", () => {
  it.each([
    ["ONE BD (TOTAL 40MG)", [{ value: ratio(40), unit: "mg", meaning: "not-certain" }]],
    ["take one 30mg tablet twice a day", [{ value: ratio(30), unit: "mg", meaning: "each" }]],
    ["1 bd (40mg daily)", [{ value: ratio(40), unit: "mg", meaning: "day" }]],
    ["10mg (5ml) every 4 hours", [{ value: ratio(10), unit: "mg", meaning: "dose" }]],
    ["take 2 tablets (60mg) bd", [{ value: ratio(60), unit: "mg", meaning: "not-certain" }]],
    ["apply one 25mcg/hr patch every 72 hours", [{ value: ratio(25), unit: "microgram/hour", meaning: "each" }]],
    ["5mcg patch, change every 7 days", [{ value: ratio(5), unit: "microgram/hour", meaning: "each" }]],
    ["2 qds max 4g in 24 hours", [{ value: ratio(4000), unit: "mg", meaning: "most-a-day" }]],
    ["1 bd", []],
  ])("%s", (text, stated) => {
    expect(first(text).stated).toEqual(stated);
  });
});

describe("the words that caused a refusal", () => {
  it.each([
    ["Take one daily, REDUCE if drowsy", "REDUCE"],
    ["Up to 4", "Up to 4"],
    ["1 bd, Twice a day and 3 daily for Sundays", "1"],
  ])("%s: %s", (text, part) => {
    const reading = readDirections(text);
    expect(reading.status === "refused" && text.includes(reading.because) && reading.because !== "").toBe(true);
    if (part !== "1") expect(reading).toMatchObject({ because: part });
  });
});
