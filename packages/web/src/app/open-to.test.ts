import type { Action, Session } from "@concord/exchange/api";
import { describe, expect, it } from "vitest";
import type { Feature } from "./feature.ts";
import { homeOf, navigationOf } from "./open-to.ts";

const session = (may: readonly Action[]): Session => ({
  account: { id: "1", login: "x", name: "X", roles: [], demonstration: false },
  may: [...may],
  signedInBy: "password",
  endsAt: "2026-11-27T20:00:00Z",
  idleMinutes: 30,
});
const feature = (name: string, needs?: Action, nav = true): Feature => ({
  name,
  strings: {},
  routes: () => [],
  ...(needs === undefined ? {} : { needs }),
  ...(nav ? { nav: { to: `/${name}` } } : {}),
});
const FEATURES = [
  feature("register", "register.read"),
  feature("person", "person.read", false),
  feature("practice", "practice-view.read"),
  feature("accounts", "account.read"),
];

describe("the pages of whoever is signed in", () => {
  it.each<[string, Action[], string | null]>([
    ["the first that they may open", ["register.read", "person.read", "practice-view.read"], "/register"],
    ["another where they may not open that", ["practice-view.read"], "/practice"],
    ["the accounts for who keeps them", ["practice.read", "account.read"], "/accounts"],
    ["none where none is for them", ["person.read", "own-account.read"], null],
  ])("begin with %s", (_, may, home) => {
    expect(homeOf(FEATURES, session(may))).toBe(home);
  });

  it("begin with none that is nobody's own", () => {
    const safety: Feature = { ...feature("safety"), nav: { to: "/safety", home: false } };
    expect(homeOf([safety], session([]))).toBeNull();
    expect(navigationOf([safety], session([]))).toEqual([safety]);
  });

  it("are those alone that they may open", () => {
    const names = navigationOf(FEATURES, session(["practice-view.read", "account.read"])).map(({ name }) => name);
    expect(names).toEqual(["practice", "accounts"]);
  });
});
