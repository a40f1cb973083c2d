import { describe, expect, it } from "vitest";
import { nearest } from "./suggest.ts";

const KNOWN = ["register", "timeline", "explain", "directions", "ome", "tables", "twin"];

describe("the word that was meant", () => {
  it.each([
    ["registr", "register"],
    ["regsiter", "register"],
    ["REGISTER", "register"],
    ["dir", "directions"],
    ["table", "tables"],
    ["omee", "ome"],
    ["weather", null],
    ["x", null],
    ["", null],
  ])("%s: %s", (word, meant) => {
    expect(nearest(word, KNOWN)).toBe(meant);
  });
});
