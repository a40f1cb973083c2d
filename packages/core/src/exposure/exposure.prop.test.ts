import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../calendar/day.ts";
import { doseOn, type Dose } from "./dose-on.ts";
import { FIRST_DAY, READINGS, someIssues, someSettings } from "./exposure.arbitrary.ts";
import { simulate, type NaiveDay } from "./exposure.naive.ts";
import { exposureOf, type Exposure } from "./exposure.ts";
import { milligrams } from "./milligrams.ts";
import { issue } from "./reading.fixture.ts";
import { timelineOf } from "./timeline.ts";
import type { Issue, ItemReading, Unconverted } from "./types.ts";

const say = (parts: readonly Unconverted[]): string[] =>
  parts.map((u) => `${u.product}|${u.problem.code}|${u.substance}`).toSorted();

const at = <T extends { from: Day; to: Day }>(list: readonly T[], day: number): T | undefined =>
  list.find((it) => it.from <= day && day < it.to);

type State = Omit<NaiveDay, "current">;

const stateOfExposure = (exposure: Exposure, day: number): State => {
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

/** Any day from just before the first issue to long after the last. */
const someDay = fc.integer({ min: FIRST_DAY - 5, max: FIRST_DAY + 420 }) as fc.Arbitrary<Day>;

const shuffledWithinDays = (issues: readonly Issue[], order: readonly number[]): Issue[] =>
  issues
    .map((it, i) => ({ it, key: order[i % Math.max(1, order.length)] ?? 0 }))
    .toSorted((a, b) => a.it.day - b.it.day || a.key - b.key)
    .map(({ it }) => it);

describe("exposureOf", () => {
  test("agrees with the rules simulated day by day", () => {
    fc.assert(
      fc.property(someIssues(), someSettings, (issues, settings) => {
        const exposure = exposureOf(issues, settings);
        for (const { current: _, ...naive } of simulate(
          issues,
          addDays(FIRST_DAY, -1),
          addDays(FIRST_DAY, 420),
          settings,
        ))
          expect(stateOfExposure(exposure, naive.day)).toEqual(naive);
      }),
      { numRuns: 60 },
    );
  });

  test("gives touching stretches, each different from the one before", () => {
    fc.assert(
      fc.property(someIssues(400, 30), someSettings, (issues, settings) => {
        const { segments, supply } = exposureOf(issues, settings);
        for (const list of [segments, supply]) {
          expect(list.every(({ from, to }) => from < to)).toBe(true);
          expect(list.slice(1).map(({ from }) => from)).toEqual(list.slice(0, -1).map(({ to }) => to));
        }
        const states = segments.map(({ from: _f, to: _t, ...state }) => state);
        for (const [i, state] of states.slice(1).entries()) expect(state).not.toEqual(states[i]);
      }),
    );
  });

  test("is the same whatever the order within a day, and whether sorted or not", () => {
    fc.assert(
      fc.property(someIssues(40, 30), fc.array(fc.nat(), { minLength: 1 }), (issues, order) => {
        expect(exposureOf(shuffledWithinDays(issues, order))).toEqual(exposureOf(issues));
      }),
    );
  });
});

describe("doseOn", () => {
  const stateOfDose = (dose: Dose): State => ({
    day: dose.on,
    min: dose.directed.min,
    max: dose.directed.max,
    bySubstance: Object.fromEntries(
      dose.current.flatMap(({ span, directed }) =>
        directed === null ? [] : [[span.part.substance, bandOf(dose, span.part.substance)]],
      ),
    ),
    unconverted: say(dose.unconverted),
    suppliedInWindow: dose.inWindow,
    suppliedBySubstance: Object.fromEntries(
      dose.supplies.flatMap(({ part: { substance, notSupplied } }) =>
        notSupplied === null ? [[substance, dose.bySubstance.find((it) => it.substance === substance)?.inWindow]] : [],
      ),
    ),
    unsupplied: say(dose.notSupplied),
  });
  const bandOf = (dose: Dose, substance: string | null): readonly [number, number] => {
    const band = dose.bySubstance.find((it) => it.substance === substance)!.directed;
    return [band.min, band.max];
  };

  test("agrees with the segments on every day", () => {
    fc.assert(
      fc.property(someIssues(200, 20), someSettings, someDay, (issues, settings, day) => {
        expect(stateOfDose(doseOn(issues, day, settings))).toEqual(stateOfExposure(exposureOf(issues, settings), day));
      }),
      { numRuns: 500 },
    );
  });

  test("does not look at what comes after the day", () => {
    fc.assert(
      fc.property(someIssues(200, 20), someDay, (issues, day) => {
        const known = issues.filter((it) => it.day <= day);
        expect(doseOn(issues, day)).toEqual(doseOn(known, day));
      }),
    );
  });

  test("knows the episode: its first day, and no gap in it above the setting", () => {
    fc.assert(
      fc.property(someIssues(), someSettings, someDay, (issues, settings, day) => {
        const { episode } = doseOn(issues, day, settings);
        const currentDays = simulate(issues, addDays(FIRST_DAY, -1), day, settings).filter((it) => it.current);
        const days = currentDays.map((it) => it.day);
        const starts = days.filter((it, i) => i === 0 || it - days[i - 1]! - 1 > settings.episodeGapDays);
        expect(episode?.since).toBe(starts.at(-1));
      }),
      { numRuns: 60 },
    );
  });

  test("adds over medicines that share no substance", () => {
    const of = (list: readonly Issue[], substance: string): Issue[] =>
      list.filter(({ reading: { identification: it } }) => it.kind === "opioid" && it.medicine.substance === substance);
    fc.assert(
      fc.property(someIssues(200, 30), someDay, (issues, day) => {
        const both = doseOn([...of(issues, "morphine"), ...of(issues, "codeine")], day);
        const apart = [doseOn(of(issues, "morphine"), day), doseOn(of(issues, "codeine"), day)] as const;
        expect(both.directed.min).toBe(apart[0].directed.min + apart[1].directed.min);
        expect(both.directed.max).toBe(apart[0].directed.max + apart[1].directed.max);
        expect(both.inWindow).toBe(apart[0].inWindow + apart[1].inWindow);
      }),
    );
  });

  const scaled = (it: ItemReading, by: number): ItemReading => ({
    ...it,
    directed:
      it.directed.status === "refused"
        ? it.directed
        : {
            ...it.directed,
            value: it.directed.value.map((p) => ({ ...p, min: p.min * by, max: p.max * by })) as never,
          },
    supplied:
      it.supplied.status === "refused" ? it.supplied : { ...it.supplied, value: (it.supplied.value * by) as never },
  });

  test("scales: every dose so many times over is the total so many times over", () => {
    fc.assert(
      fc.property(someIssues(), someDay, fc.integer({ min: 1, max: 9 }), (issues, day, by) => {
        const once = doseOn(issues, day);
        const more = doseOn(
          issues.map((it) => ({ ...it, reading: scaled(it.reading, by) })),
          day,
        );
        expect([more.directed.min, more.directed.max, more.inWindow]).toEqual([
          once.directed.min * by,
          once.directed.max * by,
          once.inWindow * by,
        ]);
      }),
    );
  });

  test("never falls in supply where one more issue comes in", () => {
    fc.assert(
      fc.property(someIssues(), fc.nat(200), fc.constantFrom(...READINGS), someDay, (issues, offset, what, day) => {
        const more = [...issues, issue(addDays(FIRST_DAY, offset), what, { row: 1 })];
        expect(doseOn(more, day).inWindow).toBeGreaterThanOrEqual(doseOn(issues, day).inWindow);
      }),
    );
  });

  test("says at least wherever a refused part is current or in the window, and never counts it", () => {
    const refused = READINGS.filter(
      ({ identification: it, directed }) =>
        (it.kind === "opioid" ? it.medicine.use === "analgesic" : it.kind === "refused" && it.use !== "maintenance") &&
        directed.status === "refused",
    );
    fc.assert(
      fc.property(someIssues(60), fc.constantFrom(...refused), (issues, what) => {
        const day = addDays(FIRST_DAY, 61);
        const dose = doseOn([...issues, issue(day, what)], day);
        expect(dose.atLeast).toBe(true);
        expect(dose.unconverted.map(({ product }) => product)).toContain(what.item.product.name);
        const alone = doseOn([issue(day, what)], day);
        expect([alone.directed.max, alone.bySubstance.every((it) => it.directed.max === 0)]).toEqual([0, true]);
      }),
    );
  });
});

describe("timelineOf", () => {
  test("holds on every day what the dose on that day is, rounded once", () => {
    fc.assert(
      fc.property(someIssues(), someSettings, someDay, (issues, settings, day) => {
        const row = at(timelineOf(exposureOf(issues, settings)), day);
        const dose = doseOn(issues, day, settings);
        expect(row?.directed ?? { min: 0, max: 0 }).toEqual({
          min: milligrams(dose.directed.min),
          max: milligrams(dose.directed.max),
        });
        expect(row?.supplied ?? 0).toBe(milligrams(dose.inWindow, settings.supplyWindowDays));
        expect(row?.atLeast ?? false).toBe(dose.atLeast);
      }),
      { numRuns: 500 },
    );
  });
});
