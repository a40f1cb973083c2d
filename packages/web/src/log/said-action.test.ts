import { ACTIONS } from "@concord/exchange/api";
import { expect, test } from "vitest";
import strings from "./log.en-GB.json" with { type: "json" };

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = strings.action;

test.each(ACTIONS)("%s is said in words", (action) => {
  const [what, how] = action.split(".") as [string, string];
  expect(words[what]?.[how]).toMatch(/^[A-Z]/);
});
