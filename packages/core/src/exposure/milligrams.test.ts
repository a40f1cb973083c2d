import { expect, test } from "vitest";
import { milligrams } from "./milligrams.ts";

test.each([
  [560_000_000, 90, 6.222222],
  [180_000_000, 1, 180],
  [5, 2, 0.000002],
  [7, 2, 0.000004],
  [0, 90, 0],
])("%d ng over %d days is %d mg a day", (nanograms, days, mg) => {
  expect(milligrams(nanograms, days)).toBe(mg);
});
