import { describe, expect, test } from "vitest";
import { countChanges, remember } from "./remembered.ts";

describe("what is remembered", () => {
  test("is there until something changes", () => {
    const changes = countChanges();
    const pages = remember<number>(changes);
    pages.put("a", changes.count(), 1);
    expect(pages.get("a")).toBe(1);
    expect(pages.get("b")).toBeUndefined();
    changes.happened();
    expect(pages.get("a")).toBeUndefined();
  });

  test("is nothing that was read before a change", () => {
    const changes = countChanges();
    const pages = remember<number>(changes);
    const at = changes.count();
    changes.happened();
    pages.put("a", at, 1);
    expect(pages.get("a")).toBeUndefined();
  });

  test("is bounded: the oldest goes first", () => {
    const changes = countChanges();
    const pages = remember<number>(changes, 2);
    for (const key of ["a", "b", "c"]) pages.put(key, 0, 1);
    expect(["a", "b", "c"].map((key) => pages.get(key))).toEqual([undefined, 1, 1]);
  });
});
