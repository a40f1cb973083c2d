import { compare, ONE, over, plus, ratio, times } from "../../quantity/ratio.ts";
import type { Part, Weekdays } from "../phrases/atoms.ts";
import type { PerDay } from "../types.ts";
import { countParts } from "./parts.ts";
import { DAY, isRate, mergeRates, same, type Rate, type RateWhen } from "./rate.ts";
import type { Frequency, FrequencyProblem, When } from "./when.ts";

interface Sorted {
  readonly rates: readonly RateWhen[];
  readonly parts: readonly (When & { readonly schedule: Part })[];
  readonly weekdays: readonly (When & { readonly schedule: Weekdays })[];
}

const sort = (whens: readonly When[]): Sorted => ({
  rates: whens.filter((when): when is Sorted["rates"][number] => isRate(when.schedule)),
  parts: whens.filter((when): when is Sorted["parts"][number] => when.schedule.kind === "part"),
  weekdays: whens.filter((when): when is Sorted["weekdays"][number] => when.schedule.kind === "weekdays"),
});

const frequency = (aDay: PerDay, upTo: boolean, partsOnly: boolean, every: PerDay | null = null): Frequency => ({
  aDay,
  upTo,
  partsOnly,
  everyHours:
    every ??
    (same(aDay, { min: aDay.max, max: aDay.max }) && aDay.max.n !== 0
      ? { min: over(DAY, aDay.max), max: over(DAY, aDay.min) }
      : null),
});

const whole = (n: number): PerDay => ({ min: ratio(n), max: ratio(n) });

const onWeekdays = (
  sorted: Sorted,
  days: ReadonlySet<number>,
  rate: Rate | null,
  parts: number,
): Frequency | FrequencyProblem => {
  const week = ratio(days.size, 7);
  const by = (daily: PerDay, upTo: boolean): Frequency =>
    frequency({ min: times(daily.min, week), max: times(daily.max, week) }, upTo, false);
  if (rate === null) return by(whole(Math.max(parts, 1)), false);
  const weekly = sorted.rates.every(({ schedule }) =>
    schedule.kind === "times" ? schedule.days === 7 : same(schedule.hours, whole(168)),
  );
  if (weekly)
    return parts <= 1 && same(rate.aDay, { min: week, max: week })
      ? frequency(rate.aDay, rate.upTo, false)
      : "two-readings";
  if (compare(rate.aDay.max, ONE) < 0) return "two-readings";
  if (rate.plainDaily && days.size < 2) return "two-readings";
  return parts === 0 || (rate.aDay.max.n === parts * rate.aDay.max.d && rate.aDay.min.n === parts * rate.aDay.min.d)
    ? by(rate.aDay, rate.upTo)
    : "two-readings";
};

const withParts = (rate: Rate, sorted: Sorted, parts: number): Frequency | FrequencyProblem => {
  const { aDay } = rate;
  const sparse = compare(aDay.max, ONE) < 0;
  if (sparse) {
    const byInterval = sorted.rates.some(({ schedule }) => schedule.kind === "every");
    if (parts === 1) return frequency(aDay, rate.upTo, false, rate.every);
    return byInterval
      ? frequency({ min: times(aDay.min, ratio(parts)), max: times(aDay.max, ratio(parts)) }, rate.upTo, false)
      : "two-readings";
  }
  const onlyMeals = sorted.parts.every(({ schedule }) => schedule.part === "meal");
  if (onlyMeals) return frequency(aDay, rate.upTo, false, rate.every);
  if (compare(aDay.max, ratio(parts)) === 0) return frequency(aDay, rate.upTo, false, rate.every);
  const firstPart = sorted.parts[0];
  const whens = sorted.rates.length;
  if (rate.plainDaily && sorted.rates[0]?.schedule.kind === "times" && sorted.rates[0].schedule.style === "every-day")
    return frequency(whole(parts), rate.upTo, true);
  // "three times a day and at night": the last is on top.
  if (
    whens === 1 &&
    firstPart?.join === "and" &&
    parts === 1 &&
    compare(aDay.min, ratio(2)) >= 0 &&
    rate.every === null
  )
    return frequency({ min: plus(aDay.min, ONE), max: plus(aDay.max, ONE) }, rate.upTo, false);
  return "two-readings";
};

/**
 * Doses a day from all that a clause says about when; two statements that disagree are two readings.
 * @example "twice a day, morning and night" // 2, not 4
 */
export const combine = (whens: readonly When[]): Frequency | FrequencyProblem => {
  const sorted = sort(whens);
  const meals = sorted.parts.length > 0 && sorted.parts.every(({ schedule }) => schedule.part === "meal");
  const parts = countParts(sorted.parts);
  if (parts === null) return "two-readings";
  const rate = mergeRates(sorted.rates);
  if (typeof rate === "string") return rate;
  if (sorted.weekdays.length > 0) {
    if (sorted.weekdays.length > 1) return "two-readings";
    const days = new Set(sorted.weekdays.flatMap(({ schedule }) => schedule.days));
    return onWeekdays(sorted, days, rate, parts);
  }
  // "after food and at bedtime": what stands before the "and" is not known.
  if (rate === null && sorted.parts[0]?.join === "and" && sorted.parts[0] === whens[0]) return "two-readings";
  // "at 9am and 9pm daily": behind the parts of the day it says every day.
  const last = whens.at(-1)?.schedule.kind === "times" && sorted.rates.length === 1;
  if (rate?.plainDaily === true && last && !meals && parts > 1) return frequency(whole(parts), rate.upTo, true);
  if (rate === null) return parts === 0 || meals ? "no-frequency" : frequency(whole(parts), false, true);
  return parts === 0 ? frequency(rate.aDay, rate.upTo, false, rate.every) : withParts(rate, sorted, parts);
};
