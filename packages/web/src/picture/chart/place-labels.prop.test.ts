import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BESIDE, placeLabels, spread, type Room, type ToPlace } from "./place-labels.ts";

const room: Room = { rows: 3, left: 46, right: 700 };
const labels = fc.array(
  fc.record({
    x: fc.integer({ min: 46, max: 700 }),
    width: fc.integer({ min: 20, max: 220 }),
    rank: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 60 },
);

const shapes = (all: readonly ToPlace[]) =>
  placeLabels(all, room).flatMap((place, i) => {
    if (place === null) return [];
    const { x, width } = all[i]!;
    const start = place.side === "after" ? x + BESIDE : x - BESIDE - width;
    return [{ row: place.row, x, start, end: start + width }];
  });

describe("labels of events", () => {
  it("never stand over each other or the edge", () => {
    fc.assert(
      fc.property(labels, (all) => {
        const texts = shapes(all);
        for (const [i, a] of texts.entries()) {
          expect(a.start).toBeGreaterThanOrEqual(room.left);
          expect(a.end).toBeLessThanOrEqual(room.right);
          for (const b of texts.slice(i + 1))
            if (a.row === b.row) expect(a.end <= b.start || b.end <= a.start).toBe(true);
        }
      }),
    );
  });

  it("are crossed by no line that leads down from a higher row", () => {
    fc.assert(
      fc.property(labels, (all) => {
        const texts = shapes(all);
        for (const line of texts)
          for (const text of texts)
            if (text.row < line.row) expect(line.x <= text.start || line.x >= text.end).toBe(true);
      }),
    );
  });

  it("give room to what ranks first, and tell which found none", () => {
    const crowd = Array.from({ length: 12 }, (_, i): ToPlace => ({ x: 300 + i, width: 120, rank: i === 11 ? 0 : 1 }));
    const placed = placeLabels(crowd, room);
    expect(placed[11]).toEqual({ row: 0, side: "after" });
    expect(placed.filter((one) => one === null).length).toBeGreaterThan(0);
  });

  it("turn to the other side of their line at the right edge", () => {
    expect(placeLabels([{ x: 690, width: 100, rank: 0 }], room)).toEqual([{ row: 0, side: "before" }]);
  });
});

describe("labels of marks", () => {
  it("are kept apart, in their order, and stay where they are when there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (wanted) => {
        const at = spread(wanted, 14);
        const pairs = wanted.map((y, i) => ({ y, at: at[i]! })).sort((a, b) => a.at - b.at);
        for (const [i, one] of pairs.entries()) {
          if (i === 0) continue;
          expect(one.at - pairs[i - 1]!.at).toBeGreaterThanOrEqual(14 - 1e-9);
          expect(one.y).toBeGreaterThanOrEqual(pairs[i - 1]!.y);
        }
      }),
    );
    expect(spread([200, 100, 40], 14)).toEqual([200, 100, 40]);
    expect(spread([100, 106], 14)).toEqual([96, 110]);
  });
});
