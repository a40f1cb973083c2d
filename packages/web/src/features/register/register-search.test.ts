import { describe, expect, it } from "vitest";
import { readSearch, writeSearch } from "../../app/address.ts";
import { askedOf, filtersOf, registerSearch } from "./register-search.ts";

describe("the register's address", () => {
  it("reads what it knows, drops what it does not, and keeps several findings", () => {
    const raw = readSearch(
      "?finding=high-dose&finding=rising-dose&finding=high-dose&page=2&sort=rank&nonsense=1&search=",
    );
    expect(registerSearch(raw)).toEqual({ finding: ["high-dose", "rising-dose"], page: "2" });
  });

  it("comes back the same after it is written", () => {
    const search = { finding: ["high-dose"], ageBand: "65-79", sort: "since", order: "up", page: "3" } as const;
    expect(registerSearch(readSearch(writeSearch(askedOf(search))))).toEqual(search);
  });

  it.each(["0", "-1", "1.5", "x", "1"])("takes page %s for the first", (page) => {
    expect(registerSearch({ page })).toEqual({});
  });

  it("saves filters without order and page", () => {
    expect(filtersOf({ search: "a", sort: "age", order: "up", page: "2" })).toEqual({ search: "a" });
  });
});
