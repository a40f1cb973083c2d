import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../calendar/day.ts";
import { someIssues, someSettings, FIRST_DAY } from "./exposure.arbitrary.ts";
import { simulate, type NaiveDay } from "./exposure.naive.ts";
import { exposureOf, type Exposure } from "./exposure.ts";
import type { Unconverted } from "./types.ts";

const say = (parts: readonly Unconverted[]): string[] =>
  parts.map((u) => `${u.product}|${u.problem.code}|${u.substance}`).toSorted();

const at = <T extends { from: Day; to: Day }>(list: readonly T[], day: number): T | undefined =>
  list.find((it) => it.from <= day && day < it.to);

const fromSegments = (exposure: Exposure, day: number): Omit<NaiveDay, "current"> => {
  const segment = at(exposure.segments, day);
  const step = at(exposure.supply, day);
  return {
    day,
    min: segment?.directed.min ?? 0,
    max: segment?.directed.max ?? 0,
    bySubstance: Object.fromEntries((segment?.bySubstance ?? []).map((b) => [b.substance, [b.min, b.max]])),
    unconverted: say(segment?.unconverted ?? []),
    suppliedInWindow: step?.inWindow ?? 0,
    suppliedBySubstance: Object.fromEntries((step?.bySubstance ?? []).map((b) => [b.substance, b.inWindow])),
    unsupplied: say(step?.unconverted ?? []),
  };
};

describe("exposureOf", () => {
  test("agrees with the rules simulated day by day", () => {
    fc.assert(
      fc.property(someIssues(), someSettings, (issues, settings) => {
        const exposure = exposureOf(issues, settings);
        const last = (FIRST_DAY + 400) as Day;
        for (const { current: _, ...naive } of simulate(issues, (FIRST_DAY - 1) as Day, last, settings))
          expect(fromSegments(exposure, naive.day)).toEqual(naive);
      }),
      { numRuns: 60 },
    );
  });

  test("gives touching stretches, each different from the one before", () => {
    fc.assert(
      fc.property(someIssues(400, 30), someSettings, (issues, settings) => {
        const { segments, supply } = exposureOf(issues, settings);
        for (const list of [segments, supply])
          list.forEach((it, i) => {
            expect(it.to).toBeGreaterThan(it.from);
            if (i > 0) expect(it.from).toBe(list[i - 1]!.to);
          });
        segments.slice(1).forEach((it, i) => {
          const { from: _f, to: _t, ...state } = it;
          const { from: _g, to: _u, ...before } = segments[i]!;
          expect(state).not.toEqual(before);
        });
      }),
    );
  });
});
