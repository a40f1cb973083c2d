import { PASSWORD_LEAST as ASKED } from "@concord/exchange/api";
import { expect, it } from "vitest";
import { PASSWORD_LEAST } from "./password-least.ts";

it("is what the service asks for", () => {
  expect(PASSWORD_LEAST).toBe(ASKED);
});
