import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";
import { textTable } from "./text-table.ts";

const COLUMNS = [
  { heading: "Person", align: "left" },
  { heading: "mg", align: "right" },
] as const;

describe("a table on a terminal", () => {
  it("is as wide as its widest text", () => {
    expect(
      textTable(COLUMNS, [
        ["P1", "60–84"],
        ["P1000000", "5"],
      ]),
    ).toBe("Person       mg\n────────  ─────\nP1        60–84\nP1000000      5\n");
  });

  it("is cut where the terminal ends", () => {
    expect(textTable(COLUMNS, [["P1000000", "60"]], 9)).toBe("Person  …\n────────…\nP1000000…\n");
  });
});

describe("text of a record", () => {
  it("cannot command the terminal", () => {
    expect(plainText("a\u001b[31mred\u0007\u009b2J\nb\tc")).toBe("a�[31mred��2J\nb\tc");
  });
});
