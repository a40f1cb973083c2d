import { describe, expect, it } from "vitest";
import { whereTo } from "./where-to.ts";

describe("where to go after signing in", () => {
  it.each(["/", "/register?finding=high-dose&page=2", "/people/SYN-1", "/sign-ins"])(
    "%j is a page of these",
    (path) => {
      expect(whereTo(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    ["/register"],
    "",
    "register",
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/sign-in?to=/register",
    "/sign-in",
    "/take-up",
    "/api/session",
  ])("%j is not: home instead", (path) => {
    expect(whereTo(path)).toBe("/");
  });
});
