import { expect, it } from "vitest";
import { ratio } from "../../quantity/ratio.ts";
import { runOutDays } from "./run-out.ts";

const use = (mostADay: number, days: number | null = null) => ({ mostADay: ratio(mostADay), days });

it("counts whole days, rounded up", () => {
  expect(runOutDays([use(8)], ratio(100))).toBe(13);
  expect(runOutDays([use(2)], ratio(56))).toBe(28);
  expect(runOutDays([use(2)], ratio(57))).toBe(29);
  expect(runOutDays([{ days: null, mostADay: ratio(1, 3) }], ratio(10))).toBe(30);
});

it("is not known where nothing is used", () => {
  expect(runOutDays([use(0)], ratio(56))).toBeNull();
  expect(runOutDays([use(0, 7), use(0)], ratio(56))).toBeNull();
  expect(runOutDays([], ratio(56))).toBeNull();
});

it("goes phase by phase", () => {
  expect(runOutDays([use(1, 7), use(2)], ratio(27))).toBe(17);
  expect(runOutDays([use(1, 7), use(2)], ratio(7))).toBe(7);
  expect(runOutDays([use(1, 7), use(2)], ratio(8))).toBe(8);
  expect(runOutDays([use(4, 7), use(2)], ratio(10))).toBe(3);
});

it("ends with the course where that ends first", () => {
  expect(runOutDays([use(2, 7)], ratio(56))).toBe(7);
  expect(runOutDays([use(2, 7), use(1, 7)], ratio(56))).toBe(14);
  expect(runOutDays([use(0, 7)], ratio(56))).toBe(7);
});
