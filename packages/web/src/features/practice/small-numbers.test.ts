import { describe, expect, it } from "vitest";
import { shown, shownParts } from "./small-numbers.ts";

describe("small numbers", () => {
  it.each([
    [0, 5, 0],
    [1, 5, "few"],
    [4, 5, "few"],
    [5, 5, 5],
    [4, null, 4],
  ] as const)("%d with the limit %s is shown as %s", (people, small, says) => {
    expect(shown(people, small)).toBe(says);
  });

  it("leaves out a total from which a hidden part could be worked out", () => {
    expect(shownParts([10, 3, 0], 13, 5)).toEqual({ parts: [10, "few", 0], total: "left-out" });
    expect(shownParts([10, 5, 0], 15, 5)).toEqual({ parts: [10, 5, 0], total: 15 });
    expect(shownParts([10, 3, 0], 13, null)).toEqual({ parts: [10, 3, 0], total: 13 });
  });
});
