import { describe, expect, it } from "vitest";
import { BUCKETS, bucketsOf } from "./spark-buckets.ts";

describe("the stretches of a sparkline", () => {
  it("keep the most as directed and average what was supplied", () => {
    const buckets = bucketsOf(
      [
        [0, 10, 0],
        [5, 30, 20],
        [10, 0, 0],
      ],
      0,
      BUCKETS * 10,
    );
    expect(buckets[0]).toEqual({ most: 30, supplied: 10 });
    expect(buckets.slice(1)).toEqual(Array.from({ length: BUCKETS - 1 }, () => ({ most: 0, supplied: null })));
  });

  it("carry a change from before the first day, and start empty where there is none", () => {
    expect(bucketsOf([[-500, 40, 44]], 0, 400).every(({ most }) => most === 40)).toBe(true);
    expect(bucketsOf([[200, 40, 44]], 0, 400).map(({ most }) => most)).toEqual([
      ...Array<number>(20).fill(0),
      ...Array<number>(20).fill(40),
    ]);
    expect(bucketsOf([], 0, 400).every(({ most, supplied }) => most === 0 && supplied === null)).toBe(true);
  });
});
