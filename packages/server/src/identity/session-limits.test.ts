import { expect, test } from "vitest";
import { holds, SESSION_LIMITS } from "./session-limits.ts";

const MINUTE = 60_000;

test.each([
  [0, 0, true],
  [0, 29, true],
  [0, 30, false],
  [719, 719, true],
  [700, 719, true],
  [700, 720, false],
])("seen at minute %d, asked at minute %d: %s", (seen, now, expected) => {
  expect(holds({ startedAt: 0, seenAt: seen * MINUTE }, now * MINUTE, SESSION_LIMITS)).toBe(expected);
});
