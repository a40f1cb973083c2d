import { expect, test } from "vitest";
import { readDirections } from "./read.ts";
import { saysNoDose } from "./says-no-dose.ts";

const refusedFor = (text: string) => {
  const read = readDirections(text);
  if (read.status !== "refused") throw new Error(`“${text}” is understood`);
  return read.reason;
};

test.each([
  "",
  "  ",
  "ONE",
  "two",
  "10mg",
  "as directed",
  "MDU",
  "as agreed",
  "take when required",
  "daily",
  "for pain",
])("“%s” says no dose", (text) => expect(saysNoDose(refusedFor(text))).toBe(true));

test.each([
  "one twice a day or three at night if bad",
  "take 1 in morning and increase slowly",
  "TAKE ONE OR TWO TABLETS EVERY FOUR TO SIX HOU",
])("“%s” says one that is not certain", (text) => expect(saysNoDose(refusedFor(text))).toBe(false));
