import { expect, test } from "vitest";
import { keepBriefly } from "./kept-briefly.ts";

test("what is kept is looked at often and taken once", () => {
  const kept = keepBriefly<number>({ minutes: 5 });
  kept.keep("a", 1);
  expect([kept.look("a"), kept.look("a"), kept.take("a"), kept.take("a"), kept.look("a")]).toEqual([
    1,
    1,
    1,
    null,
    null,
  ]);
});

test("after its time it is gone; the last that was kept under a key counts", () => {
  let now = 0;
  const kept = keepBriefly<number>({ minutes: 5, now: () => now });
  kept.keep("a", 1);
  now = 4 * 60_000;
  kept.keep("a", 2);
  now = 9 * 60_000 - 1;
  expect(kept.look("a")).toBe(2);
  now = 9 * 60_000;
  expect([kept.look("a"), kept.take("a")]).toEqual([null, null]);
});

test("the oldest give way where there are too many", () => {
  const kept = keepBriefly<number>({ minutes: 5, most: 3 });
  for (const each of [1, 2, 3, 4]) kept.keep(String(each), each);
  expect(["1", "2", "3", "4"].map(kept.look)).toEqual([null, 2, 3, 4]);
});
