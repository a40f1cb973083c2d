import { expectTypeOf, test } from "vitest";
import { add, measure, scale, type Measure } from "./measure.ts";
import { ratio } from "./ratio.ts";

// What stands here is checked by the compiler: an error that is expected and does not come is an error.
test("two units do not mix at compile time", () => {
  const mg = measure(ratio(1), "mg");
  expectTypeOf(add(mg, mg)).toEqualTypeOf<Measure<"mg">>();
  expectTypeOf(scale(mg, ratio(2))).toEqualTypeOf<Measure<"mg">>();
  // @ts-expect-error mg and micrograms
  expectTypeOf<Parameters<typeof add<"mg">>[1]>().toEqualTypeOf<Measure<"microgram">>();
  const wrong = () =>
    // @ts-expect-error a dose and a dose a day
    add(mg, measure(ratio(1), "mg/day"));
  expectTypeOf(wrong).toBeFunction();
});
