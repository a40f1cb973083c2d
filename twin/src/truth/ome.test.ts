import type { Day } from "@concord/core";
import { expect, test } from "vitest";
import type { OpioidStretch } from "../plan/plan.ts";
import { OPIOIDS, type OpioidProduct } from "../products/opioids.ts";
import { neededTimes, times, worn, type Shape } from "../texts/shape.ts";
import { directedBand, takenDose } from "./ome.ts";

const on = (product: OpioidProduct, shape: Shape, taken = 0): OpioidStretch => ({
  product,
  name: product.name,
  code: product.code,
  from: 0 as Day,
  to: 100 as Day,
  direction: { text: "", shape, form: product.form, unit: "unit", unreadable: null },
  taken,
  ordered: 100,
  quantity: 1,
  kind: "repeat",
});

const milligrams = (product: OpioidProduct, shape: Shape) => {
  const band = directedBand(on(product, shape));
  return band === null ? null : [band.min / 1000, band.max / 1000];
};

const o = OPIOIDS;

test.each([
  ["morphine 30 mg twice a day is 60", o.morphine30, times(1, 2), [60, 60]],
  ["codeine 30 mg, up to eight a day, is 0 to 24", o.codeine30, neededTimes(1, 2, 4, 8), [0, 24]],
  ["co-codamol 8/500, eight a day, is 6.4", o.coCodamol8, times(2, 4), [6.4, 6.4]],
  ["oxycodone 5 mg twice a day is 15", o.oxycodone5mr, times(1, 2), [15, 15]],
  ["tapentadol 100 mg twice a day is 80", o.tapentadol100, times(1, 2), [80, 80]],
  ["5 ml of morphine 10 mg/5 ml four times a day is 40", o.oramorph, times(5, 4), [40, 40]],
  ["a fentanyl 12 patch is 30", o.fentanyl12, worn(72), [30, 30]],
  ["a fentanyl 25 patch every 48 hours is 60 to 90", o.fentanyl25, worn(48), [60, 90]],
  ["a weekly patch changed twice a week is 48 to 96", o.buprenorphine20, worn(84), [48, 96]],
  ["a 35 patch twice a week is 84", o.transtec35, worn(84), [84, 84]],
  ["methadone has no factor", o.methadone5, times(2, 2), null],
  ["maintenance treatment is never converted", o.buprenorphine8, times(1, 1), null],
] as const)("%s", (_, product, shape, expected) => {
  expect(milligrams(product, shape)).toEqual(expected);
});

test("what is taken is converted too", () => {
  expect(takenDose(on(o.codeine30, neededTimes(1, 2, 4, 8), 450))).toBe(13_500);
});
