import type { Item } from "@concord/core";
import { expect, test } from "vitest";
import { readerByHand } from "./reader-by-hand.ts";

const read = readerByHand("uk");
const item = (name: string, directions: string, quantity = "56"): Item => ({
  product: { name, codes: [] },
  directions: { kind: "text", text: directions },
  quantity,
  quantityUnit: null,
  days: null,
});
const mst = item("Morphine 10mg modified-release tablets", "as per plan");
const milligrams = ({ directed }: ReturnType<typeof read>) =>
  directed.status === "computed" ? directed.value.map(({ min, max }) => [min / 1e6, max / 1e6]) : directed.problem.code;

test("without a reading it is the engine's: refused", () => {
  expect(milligrams(read(mst, null))).toBe("directions-refused");
});

test("two to four tablets of 10 mg a day are 20 to 40 mg, and 56 of them last 14 days", () => {
  const reading = read(mst, { min: 2, max: 4, asNeeded: false });
  expect(milligrams(reading)).toEqual([[20, 40]]);
  expect(reading.runOutDays).toBe(14);
  expect(reading.directions).toMatchObject({ status: "understood", text: "as per plan" });
});

test("millilitres of a liquid", () => {
  const oramorph = item("Morphine 10mg/5ml oral solution", "use as shown", "300");
  expect(milligrams(read(oramorph, { min: 0, max: 20, asNeeded: true }))).toEqual([[0, 40]]);
});

test.each([1 / 7, 0.14, 0.143])("a patch a week written as %d a day is one worn at a time", (perDay) => {
  const patch = item("Buprenorphine 10micrograms/hour transdermal patches", "as told", "4");
  const reading = read(patch, { min: perDay, max: perDay, asNeeded: false });
  expect(milligrams(reading)).toEqual([[24, 24]]);
  expect(reading.wearConflict).toBeNull();
});

test("a patch twice as often as it is licensed keeps its conflict", () => {
  const patch = item("Buprenorphine 10micrograms/hour transdermal patches", "as told", "4");
  expect(read(patch, { min: 2 / 7, max: 2 / 7, asNeeded: false }).wearConflict).not.toBeNull();
});

test("a product that is refused stays refused", () => {
  expect(milligrams(read(item("Morphine tablets", "as told"), { min: 1, max: 1, asNeeded: false }))).toBe(
    "product-refused",
  );
});

test("equal items under one reading by the engine are not mixed up with those by hand", () => {
  read(mst, { min: 1, max: 1, asNeeded: false });
  expect(milligrams(read(mst, { min: 2, max: 2, asNeeded: false }))).toEqual([[20, 20]]);
  expect(milligrams(read(mst, null))).toBe("directions-refused");
});
