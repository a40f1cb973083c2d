import { expect, test } from "vitest";
import {
  atNight,
  everyHours,
  morningNight,
  neededHours,
  neededTimes,
  perDay,
  ranged,
  times,
  upTo,
  worn,
  type Shape,
} from "./shape.ts";

const cases: readonly [string, Shape, number, number][] = [
  ["two twice a day", times(2, 2), 400, 400],
  ["one every 12 hours", everyHours(1, 12), 200, 200],
  ["one in the morning and two at night", morningNight(1, 2), 300, 300],
  ["one at night", atNight(1), 100, 100],
  ["one or two four times a day", ranged(1, 2, 4), 400, 800],
  ["one or two four times a day when needed", neededTimes(1, 2, 4), 0, 800],
  ["one or two every 4 to 6 hours when needed, at most eight", neededHours(1, 2, 4, 6, 8), 0, 800],
  ["2.5 to 5 ml every 4 hours when needed, at most 20 ml", neededHours(2.5, 5, 4, 4, 20), 0, 2000],
  ["up to one four times a day", upTo(1, 1, 4), 0, 400],
  ["one patch every week", worn(168), 100 / 7, 100 / 7],
];

test.each(cases)("%s", (_, shape, min, max) => {
  expect(perDay(shape).min).toBeCloseTo(min, 9);
  expect(perDay(shape).max).toBeCloseTo(max, 9);
});

test("without need, every 4 to 6 hours is four to six times a day", () => {
  expect(perDay({ ...neededHours(1, 2, 4, 6), asNeeded: false })).toEqual({ min: 400, max: 1200 });
});
