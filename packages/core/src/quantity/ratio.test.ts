import { describe, expect, test } from "vitest";
import {
  compare,
  fromNumber,
  least,
  most,
  over,
  parseDecimal,
  plus,
  ratio,
  roundHalfEven,
  times,
  toNumber,
  ZERO,
} from "./ratio.ts";

describe("ratio", () => {
  test("is always in lowest terms, with the sign on top", () => {
    expect(ratio(6, 4)).toEqual({ n: 3, d: 2 });
    expect(ratio(3, -6)).toEqual({ n: -1, d: 2 });
    expect(ratio(-3, -6)).toEqual({ n: 1, d: 2 });
    expect(ratio(7)).toEqual({ n: 7, d: 1 });
    expect(ratio(0, -5)).toEqual(ZERO);
  });

  test.each([
    [1, 0],
    [0.5, 1],
    [1, 0.5],
    [Number.NaN, 1],
    [2 ** 53, 1],
    [1, 2 ** 53],
  ])("%d/%d is a bug and throws", (n, d) => {
    expect(() => ratio(n, d)).toThrow(RangeError);
  });
});

describe("parseDecimal", () => {
  test.each([
    ["28", 28, 1],
    ["52.5", 105, 2],
    [".5", 1, 2],
    ["0.125", 1, 8],
    ["007", 7, 1],
    ["0", 0, 1],
    ["123456789.123456", 1929012330054, 15625],
  ])("%s", (text, n, d) => {
    expect(parseDecimal(text)).toEqual({ n, d });
  });

  test.each(["", ".", "5.", "-1", "+1", "1e3", "1,000", " 1", "1 ", "1.1234567", "1234567890", "one"])(
    "%o is no plain decimal",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );
});

test("a JSON number is the decimal that it prints as", () => {
  expect(fromNumber(0.1)).toEqual({ n: 1, d: 10 });
  expect(fromNumber(28)).toEqual({ n: 28, d: 1 });
  for (const none of [-1, Number.NaN, Infinity, 1e21, 1e-7]) expect(fromNumber(none)).toBeNull();
});

test("60 mg three times is exactly 180, and a third three times is exactly 1", () => {
  expect(times(ratio(60), ratio(3))).toEqual(ratio(180));
  expect(times(ratio(1, 3), ratio(3))).toEqual(ratio(1));
  expect(plus(plus(ratio(1, 10), ratio(2, 10)), ratio(0))).toEqual(ratio(3, 10));
});

test("factors that would outgrow an exact integer are cut short first", () => {
  const big = ratio(2 ** 52, 3);
  expect(times(big, ratio(3, 2 ** 52))).toEqual(ratio(1));
  expect(over(big, big)).toEqual(ratio(1));
  expect(times(ZERO, big)).toEqual(ZERO);
});

test("over, and nothing divides by nought", () => {
  expect(over(ratio(3), ratio(4))).toEqual(ratio(3, 4));
  expect(over(ratio(-3), ratio(-4))).toEqual(ratio(3, 4));
  expect(() => over(ratio(1), ZERO)).toThrow(RangeError);
});

test("compare, least and most", () => {
  expect(compare(ratio(1, 3), ratio(1, 2))).toBeLessThan(0);
  expect(compare(ratio(1, 2), ratio(1, 3))).toBeGreaterThan(0);
  expect(compare(ratio(2, 4), ratio(1, 2))).toBe(0);
  expect(least(ratio(1, 3), ratio(1, 2))).toEqual(ratio(1, 3));
  expect(least(ratio(1, 2), ratio(1, 3))).toEqual(ratio(1, 3));
  expect(most(ratio(1, 3), ratio(1, 2))).toEqual(ratio(1, 2));
  expect(most(ratio(1, 2), ratio(1, 3))).toEqual(ratio(1, 2));
});

test.each([
  [ratio(5, 2), 2],
  [ratio(7, 2), 4],
  [ratio(-5, 2), -2],
  [ratio(-7, 2), -4],
  [ratio(9, 4), 2],
  [ratio(11, 4), 3],
  [ratio(4), 4],
  [ZERO, 0],
])("%o rounds to %i: to the nearest, halves to even", (value, rounded) => {
  expect(roundHalfEven(value)).toBe(rounded);
});

test("the nearest double", () => {
  expect(toNumber(ratio(1, 4))).toBe(0.25);
  expect(toNumber(ratio(1, 3))).toBe(1 / 3);
});
