import { describe, expect, it } from "vitest";
import { ReadAlready } from "./read-already.ts";

describe("what was read already", () => {
  it("is known among many, and nothing else is", () => {
    const read = new ReadAlready();
    const all = Array.from({ length: 20_000 }, (_, at) => `r${at}`);
    expect(all.every((id) => read.isNew("MedicationRequest", "p1", id))).toBe(true);
    expect(all.some((id) => read.isNew("MedicationRequest", "p1", id))).toBe(false);
    expect(all.every((id) => read.isNew("MedicationDispense", "p1", id))).toBe(true);
  });

  it("is no longer remembered beyond its bound, and says so", () => {
    const read = new ReadAlready(2);
    expect(["a", "b", "c", "c", "a"].map((id) => read.isNew("MedicationRequest", "p1", id))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(read.isFull).toBe(true);
  });
});
