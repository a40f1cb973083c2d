import { expect, test } from "vitest";
import { sayName, sayValue, table } from "./markdown.ts";

test.each([
  [{ n: 105, d: 2 }, "52.5"],
  [{ n: 1, d: 3 }, "1/3"],
  [{ min: { n: 1, d: 1 }, max: { n: 2, d: 1 } }, "1 to 2"],
  [{ min: { n: 2, d: 1 }, max: { n: 2, d: 1 } }, "2"],
  [["a", 1, null], "a, 1, "],
  [{ status: "refused", because: null }, "status refused"],
  [true, "true"],
])("%o reads %s", (value, said) => {
  expect(sayValue(value)).toBe(said);
});

test("names are said in plain words", () => {
  expect(sayName("maxPerDay")).toBe("max per day");
});

test("a table has a column for each property with a value, and no cell breaks out of it", () => {
  expect(
    table([
      { text: "1 | 2", never: null },
      { text: "a\nb", why: "x" },
    ]),
  ).toBe(["| text | why |", "| --- | --- |", "| 1 \\| 2 |  |", "| a ⏎ b | x |"].join("\n"));
});
