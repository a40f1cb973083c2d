import { describe, expect, it } from "vitest";
import { ratio } from "../quantity/ratio.ts";
import { isPlausible } from "./plausible-strength.ts";

const OXYCODONE_TABLETS = { least: ratio(5), most: ratio(120) };
const CODEINE_TABLETS = { least: ratio(8), most: ratio(60) };

describe("beside UK products, from a fifth of the smallest to the biggest of any country", () => {
  it.each([
    ["oxycodone", "tablet", ratio(160), OXYCODONE_TABLETS, true],
    ["oxycodone", "tablet", ratio(161), OXYCODONE_TABLETS, false],
    ["oxycodone", "tablet", ratio(1), OXYCODONE_TABLETS, true],
    ["oxycodone", "tablet", ratio(99, 100), OXYCODONE_TABLETS, false],
    ["oxycodone", "tablet", ratio(0), OXYCODONE_TABLETS, false],
    ["codeine", "tablet", ratio(60), CODEINE_TABLETS, true],
    ["codeine", "tablet", ratio(61), CODEINE_TABLETS, false],
    ["buprenorphine", "sublingual", ratio(24), { least: ratio(1, 5), most: ratio(24) }, true],
  ] as const)("%s %s of %j", (substance, family, amount, known, expected) => {
    expect(isPlausible(amount, substance, family, known)).toBe(expected);
  });
});

describe("without UK products, from a hundredth of the biggest", () => {
  it.each([
    ["hydrocodone", "tablet", ratio(120), true],
    ["hydrocodone", "tablet", ratio(121), false],
    ["hydrocodone", "tablet", ratio(12, 10), true],
    ["hydrocodone", "tablet", ratio(11, 10), false],
    ["fentanyl", "injection", ratio(1, 20), true],
    ["fentanyl", "injection", ratio(1, 10), false],
    ["hydrocodone", "suppository", ratio(10), false],
    ["opium", "liquid", ratio(10), false],
  ] as const)("%s %s of %j", (substance, family, amount, expected) => {
    expect(isPlausible(amount, substance, family, null)).toBe(expected);
  });
});
