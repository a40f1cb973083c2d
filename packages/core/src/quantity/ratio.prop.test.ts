import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, ONE, over, plus, ratio, roundHalfEven, times, ZERO } from "./ratio.ts";

/** Of the size of real doses: up to a hundred thousand, in thousandths. */
const ratios = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => ratio(n, d));

test("sums and products do not depend on the order", () => {
  fc.assert(
    fc.property(ratios, ratios, (a, b) => {
      expect(plus(a, b)).toEqual(plus(b, a));
      expect(times(a, b)).toEqual(times(b, a));
    }),
  );
});

test("sums and products do not depend on the grouping", () => {
  fc.assert(
    fc.property(ratios, ratios, ratios, (a, b, c) => {
      expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)));
      expect(times(times(a, b), c)).toEqual(times(a, times(b, c)));
      expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
    }),
  );
});

test("nought and one leave a fraction as it is; what is divided comes back", () => {
  fc.assert(
    fc.property(ratios, ratios, (a, b) => {
      expect(plus(a, ZERO)).toEqual(a);
      expect(times(a, ONE)).toEqual(a);
      fc.pre(b.n !== 0);
      expect(times(over(a, b), b)).toEqual(a);
    }),
  );
});

test("adding keeps the order", () => {
  fc.assert(
    fc.property(ratios, ratios, ratios, (a, b, c) => {
      expect(Math.sign(compare(plus(a, c), plus(b, c)))).toBe(Math.sign(compare(a, b)));
    }),
  );
});

test("rounding moves by a half at most", () => {
  fc.assert(
    fc.property(ratios, (a) => {
      const off = plus(a, ratio(-roundHalfEven(a)));
      expect(Math.abs(off.n) * 2).toBeLessThanOrEqual(off.d);
    }),
  );
});
