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
  expect(waitLeft({ failures: 6, lastAt: 1000 }, 1000)).toBe(4);
  expect(waitLeft({ failures: 6, lastAt: 1000 }, 4500)).toBe(1);
  expect(waitLeft({ failures: 6, lastAt: 1000 }, 5000)).toBe(0);
});

test("after a day all is forgotten; a clock moved back waits no longer than the whole", () => {
  expect(waitLeft({ failures: 60, lastAt: 0 }, 86_400_000)).toBe(0);
  expect(waitLeft({ failures: 6, lastAt: 3_600_000 }, 0)).toBe(4);
});
