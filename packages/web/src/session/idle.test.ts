import { describe, expect, it } from "vitest";
import { idleAt } from "./idle.ts";

const MINUTE = 60_000;

describe("nobody touching the pages", () => {
  it.each([
    [0, 30, { is: "active" }],
    [26.9, 30, { is: "active" }],
    [27, 30, { is: "warned", seconds: 180 }],
    [29.99, 30, { is: "warned", seconds: 1 }],
    [30, 30, { is: "over" }],
    [600, 30, { is: "over" }],
    // Half of a short time is for work.
    [0.9, 2, { is: "active" }],
    [1, 2, { is: "warned", seconds: 60 }],
    // A clock that was moved back.
    [-60, 30, { is: "active" }],
  ])("for %d of %d minutes: %j", (minutes, limit, expected) => {
    expect(idleAt(1e12 + minutes * MINUTE, 1e12, limit)).toEqual(expected);
  });
});
