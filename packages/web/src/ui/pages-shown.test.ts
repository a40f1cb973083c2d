import { describe, expect, it } from "vitest";
import { pagesShown } from "./pages-shown.ts";

describe("the pages that are linked", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 41, [1, 0, 4, 5, 6, 0, 41]],
    [1, 41, [1, 2, 0, 41]],
    [41, 41, [1, 0, 40, 41]],
    [3, 4, [1, 2, 3, 4]],
  ])("page %d of %d: %j, 0 for a gap", (page, pages, shown) => {
    expect(pagesShown(page, pages)).toEqual(shown);
  });
});
