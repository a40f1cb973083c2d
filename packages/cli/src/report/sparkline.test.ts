import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline.ts";

const ON = 20_000;
const pathOf = (kind: "band" | "line", markup: string): string =>
  new RegExp(`class="spark-${kind}" d="([^"]*)"`).exec(markup)![1]!;

describe("a dose in the height of a line", () => {
  it("is a rectangle for a dose that never changed", () => {
    const { markup } = sparkline([[10_000, 60, 60, 30, 0]], ON);
    expect(pathOf("band", markup)).toBe("M0 27H0V2H120V27Z");
    expect(pathOf("line", markup)).toBe("M0 15H120");
  });

  it("leaves out the line where the supply is not known, and everything before the first issue", () => {
    expect(pathOf("line", sparkline([[10_000, 60, 60, null, 1]], ON).markup)).toBe("");
    expect(pathOf("line", sparkline([[ON - 400, 60, 60, 60, 0]], ON).markup)).toMatch(/^M9\d /);
  });

  it("draws nothing out of nothing, and no number that is none", () => {
    expect(pathOf("band", sparkline([], ON).markup)).toBe("M0 27H120V27Z");
    expect(sparkline([], ON).markup + sparkline([[ON, 1, 2, 3, 0]], ON).markup).not.toContain("NaN");
  });
});
