import { describe, expect, it } from "vitest";
import { writeSearch } from "./address.ts";
import { placeOf, unseenOf } from "./unseen.ts";

const SEARCH = { search: "ZZ-1", prescriber: "Dr A", finding: ["high-dose"], page: "2" };

describe("what no address may hold", () => {
  it("is parted from what it may, and comes back out of the history", () => {
    const { search, state } = placeOf(SEARCH);
    expect(writeSearch(search)).toBe("?finding=high-dose&page=2");
    expect({ ...search, ...unseenOf(state) }).toEqual(SEARCH);
  });

  it("leaves no trace where there is none of it", () => {
    expect(placeOf({ page: "2", search: undefined, prescriber: "" })).toEqual({ search: { page: "2" }, state: {} });
  });

  it.each([null, undefined, {}, { unseen: null }, { unseen: "x" }, { unseen: { search: 1, other: "x" } }])(
    "is nothing where the history has %j",
    (state) => {
      expect(unseenOf(state)).toEqual({});
    },
  );
});
