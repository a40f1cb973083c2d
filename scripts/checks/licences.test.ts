import { expect, test } from "vitest";
import { isAllowed } from "./licences.ts";

test.each([
  ["MIT", false, true],
  ["(MIT OR GPL-3.0-only)", false, true],
  ["MIT AND GPL-3.0-only", false, false],
  ["GPL-3.0-only", true, false],
  ["MPL-2.0", true, true],
  ["MPL-2.0", false, false],
  ["none stated", true, false],
  ["", true, false],
])("%s, as a tool: %s -> allowed: %s", (expression, isTool, allowed) => {
  expect(isAllowed(expression, isTool)).toBe(allowed);
});
