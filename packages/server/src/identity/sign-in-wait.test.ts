import { expect, test } from "vitest";
import { waitAfter, waitLeft } from "./sign-in-wait.ts";

test.each([
  [0, 0],
  [4, 0],
  [5, 2],
  [6, 4],
  [13, 512],
  [14, 900],
  [60, 900],
])("after %d failures: %d seconds", (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds);
});

test("what has passed counts", () => {
  expect(waitLeft({ failures: 6, since: 0 })).toBe(4);
  expect(waitLeft({ failures: 6, since: 3.5 })).toBe(1);
  expect(waitLeft({ failures: 6, since: 4 })).toBe(0);
});

test("after a day all is forgotten; a clock moved back locks nobody out until it is where it was", () => {
  expect(waitLeft({ failures: 60, since: 86_400 })).toBe(0);
  expect(waitLeft({ failures: 6, since: -3600 })).toBe(0);
});
