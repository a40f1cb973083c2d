import { expect, test } from "vitest";
import { add, measure, scale, type Measure } from "./measure.ts";
import { ratio } from "./ratio.ts";

test("measures of one unit add up and keep it", () => {
  expect(add(measure(ratio(30), "mg"), measure(ratio(10), "mg"))).toEqual(measure(ratio(40), "mg"));
  expect(scale(measure(ratio(60), "mg"), ratio(3))).toEqual({ value: ratio(180), unit: "mg" });
});

test("mg and micrograms do not mix when the program runs either", () => {
  const micrograms: Measure<never> = measure(ratio(10), "microgram") as never;
  expect(() => add(measure(ratio(30), "mg"), micrograms)).toThrow("cannot add microgram to mg");
});
