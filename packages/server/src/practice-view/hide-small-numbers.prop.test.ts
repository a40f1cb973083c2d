import { DOSE_BANDS, type PracticeView } from "@concord/exchange/api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hideSmallNumbers } from "./hide-small-numbers.ts";

const BELOW = 5;
const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 400 }));

const view = fc
  .record({
    quarters: fc.array(fc.array(count, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    with: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    starts: fc.array(count, { maxLength: 4 }),
  })
  .map(({ quarters, with: companions, starts }): PracticeView & { readonly known: readonly number[] } => {
    const byDoseBand = quarters.map((people, i) => ({
      on: `2026-0${i + 1}-28`,
      people,
      total: people.reduce((sum, one) => sum + one, 0),
    }));
    const of = byDoseBand.at(-1)!.total;
    return {
      asOf: "2026-11-20",
      bands: [...DOSE_BANDS],
      byDoseBand,
      coPrescribing: companions.map((n, i) => ({ with: String(i), people: n % (of + 1), of })),
      newLongTerm: starts.map((people, i) => ({ quarter: `2026-0${i + 1}-28`, people })),
      smallNumber: BELOW,
      smallHidden: false,
      known: [],
    };
  });

const numbersOf = ({ byDoseBand, coPrescribing, newLongTerm }: PracticeView) => [
  ...byDoseBand.flatMap(({ people, total }) => [...people, total]),
  ...coPrescribing.flatMap(({ people, of }) => [people, of]),
  ...newLongTerm.map(({ people }) => people),
];

test("no number from 1 to 4 is told, and every other that gives none away is told as it is", () => {
  fc.assert(
    fc.property(view, (whole) => {
      const hidden = hideSmallNumbers(whole);
      const [before, after] = [numbersOf(whole), numbersOf(hidden)];
      after.forEach((people, i) => {
        if (typeof people === "number") {
          expect(people).toBe(before[i]);
          expect(people > 0 && people < BELOW).toBe(false);
        } else if (people === "few") expect(before[i]).toBeLessThan(BELOW);
      });
      expect(hidden.smallHidden).toBe(true);
    }),
  );
});

test("no hidden number is the difference of numbers that are told", () => {
  fc.assert(
    fc.property(view, (whole) => {
      const { byDoseBand, coPrescribing } = hideSmallNumbers(whole);
      const latest = byDoseBand.at(-1)!;
      for (const { people, total } of byDoseBand)
        if (people.some((one) => typeof one !== "number")) expect(total).toBe("left-out");
      for (const { people, of } of coPrescribing) {
        // The total of the latest quarter stands here a second time.
        if (latest.total === "left-out") expect(of).toBe("left-out");
        if (typeof people === "number" && typeof of === "number") {
          const rest = of - people;
          expect(rest > 0 && rest < BELOW).toBe(false);
        }
      }
    }),
  );
});
