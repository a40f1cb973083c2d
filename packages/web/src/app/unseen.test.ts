import { describe, expect, it } from "vitest";
import { writeSearch } from "./address.ts";
import { setWho } from "../session/who.ts";
import { placeOf, unseenOf } from "./unseen.ts";

const SEARCH = { search: "ZZ-1", prescriber: "Dr A", finding: ["high-dose"], page: "2" };

describe("what no address may hold", () => {
  it("is parted from what it may, and comes back out of the history", () => {
    const { search, state } = placeOf(SEARCH);
    expect(writeSearch(search)).toBe("?finding=high-dose&page=2");
    expect({ ...search, ...unseenOf(state) }).toEqual(SEARCH);
  });

  it("is nothing to another account in the same tab", () => {
    setWho("a");
    const { state } = placeOf(SEARCH);
    expect(unseenOf(state)).toEqual({ search: "ZZ-1", prescriber: "Dr A" });
    setWho("b");
    expect(unseenOf(state)).toEqual({});
    setWho(null);
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
