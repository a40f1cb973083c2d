import { describe, expect, test } from "vitest";
import { issue } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { moreThanOneOpioid } from "./more-than-one-opioid.ts";

const find = (...issues: Parameters<typeof evidenceOf>[1]) => evidenceOf(moreThanOneOpioid, issues, "2026-01-10");
const DAY = "2026-01-01";

describe("more than one opioid", () => {
  test("one substance in two strengths and releases is one", () => {
    expect(find(issue(DAY, { id: "mst-10" }), issue(DAY, { id: "oramorph", release: "immediate" }))).toBeNull();
  });

  test("two substances are two", () => {
    expect(find(issue(DAY, { substance: "tramadol" }), issue(DAY))?.opioids).toEqual(["morphine", "tramadol"]);
  });

  test("three are named as three", () => {
    expect(
      find(issue(DAY), issue(DAY, { substance: "codeine" }), issue(DAY, { substance: "tramadol" }))?.rows,
    ).toHaveLength(3);
  });

  test("a substance without a factor counts, a product without a certain substance does not", () => {
    expect(find(issue(DAY), issue(DAY, { substance: "methadone", noFactor: true }))?.opioids).toEqual([
      "methadone",
      "morphine",
    ]);
    expect(find(issue(DAY), issue(DAY, { productRefused: "not-certain", name: "unclear" }))).toBeNull();
  });

  test("maintenance treatment and what is recorded elsewhere are not among them", () => {
    expect(find(issue(DAY), issue(DAY, { substance: "methadone", use: "maintenance" }))).toBeNull();
    expect(find(issue(DAY), issue(DAY, { substance: "codeine" }, { kind: "elsewhere" }))).toBeNull();
  });

  test("one that has ended is not current", () => {
    expect(find(issue(DAY), issue("2025-11-01", { substance: "codeine" }))).toBeNull();
  });
});
