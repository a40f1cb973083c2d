import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateTicks, doseTicks, linear } from "./chart-scale.ts";

describe("the marks beside a chart", () => {
  it("doses start at 0, reach the most, and are no more than asked for", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 20_000, noNaN: true }), fc.integer({ min: 2, max: 8 }), (most, count) => {
        const ticks = doseTicks(most, count);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(count + 1);
        expect(ticks.every((tick, i) => i === 0 || tick > ticks[i - 1]!)).toBe(true);
      }),
    );
  });

  it("dates lie within the chart, in order, none too many, each said once", () => {
    const day = fc.integer({ min: 10_000, max: 22_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 60, max: 9_000 }), fc.integer({ min: 2, max: 14 }), (from, length, count) => {
        const ticks = dateTicks(from, from + length, count);
        expect(ticks.every((tick) => tick.day >= from && tick.day <= from + length)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(count + 1);
        expect(new Set(ticks.map(({ says }) => says)).size).toBe(ticks.length);
      }),
    );
  });

  it("a scale of no length does not divide by nothing", () => {
    expect(linear(5, 5, 10, 20)(5)).toBe(10);
  });
});
