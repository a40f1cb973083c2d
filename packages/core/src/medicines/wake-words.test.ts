import { expect, it } from "vitest";
import { mayBeWatched } from "./wake-words.ts";

it.each([
  ["generic fortisip compact liquid", false],
  ["omeprazole 20mg capsules", false],
  ["vitamin b compound strong tablets", false],
  ["j-tip injector", false],
  ["paracetamol 500mg tablets", false],
  ["morphine", true],
  ["caps 10mg zomorph", true],
  ["co-codamol 30/500", true],
  ["ms contin 30 mg", true],
  ["tramadol50mg", true],
  ["diazepam 5mg tablets", true],
  ["dental pain relief tablets", true],
  ["phenazocine 5mg tablets", true],
  ["30mg", false],
  ["", false],
])("%j wakes the reader: %s", (name, expected) => {
  expect(mayBeWatched(name)).toBe(expected);
});
