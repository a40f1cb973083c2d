import { compare, least, most, ONE, over, plus, ratio, times, ZERO, type Ratio } from "../../quantity/ratio.ts";
import type { Every, Part, Schedule, Times, Weekdays } from "../phrases/atoms.ts";
import type { PerDay } from "../types.ts";

export type Join = "and" | "or" | "none" | "comma" | "sentence";

/** One statement of when, with the word that joins it to the one before. */
export interface When {
  readonly schedule: Schedule;
  readonly join: Join;
}

/** How many doses a day, and the hours between them where the text says one interval. */
export interface Frequency {
  readonly aDay: PerDay;
  readonly upTo: boolean;
  readonly everyHours: PerDay | null;
  /** Names parts of the day only: "in the morning and at night". */
  readonly partsOnly: boolean;
}

export type FrequencyProblem = "two-readings" | "contradiction" | "no-frequency";

const DAY = ratio(24);

const perDayOf = (item: Times | Every): PerDay =>
  item.kind === "every"
    ? { min: over(DAY, item.hours.max), max: over(DAY, item.hours.min) }
    : { min: over(item.times.min, ratio(item.days)), max: over(item.times.max, ratio(item.days)) };

const same = (a: PerDay, b: PerDay): boolean => compare(a.min, b.min) === 0 && compare(a.max, b.max) === 0;

const SIDE_BY_SIDE: ReadonlySet<string> = new Set(["evening night", "night evening"]);

/** Doses named by their part of the day; a part said twice in a row ("at night before bed") is one dose. */
const countParts = (parts: readonly When[]): number | null => {
  const seen = new Set<string>();
  let count = 0;
  let last = "";
  for (const { schedule, join } of parts) {
    if (schedule.kind !== "part") continue;
    const { part } = schedule;
    if (join === "or" && count > 0) continue;
    if (part === "meal") {
      count += schedule.count;
      continue;
    }
    if (seen.has(part)) {
      if (join === "and") return null;
      continue;
    }
    if (last !== "" && join === "none" && SIDE_BY_SIDE.has(`${last} ${part}`) && parts.length === 2) return null;
    seen.add(part);
    // "at 10 o'clock at night": a clock and its part of the day are one dose.
    const restates = last !== "" && join === "none" && last.includes(":") !== part.includes(":");
    last = part;
    if (!restates) count += 1;
  }
  return count;
};

const isRate = (item: Schedule): item is Times | Every => item.kind === "times" || item.kind === "every";

interface Sorted {
  readonly rates: readonly (When & { readonly schedule: Times | Every })[];
  readonly parts: readonly (When & { readonly schedule: Part })[];
  readonly weekdays: readonly (When & { readonly schedule: Weekdays })[];
}

const sort = (whens: readonly When[]): Sorted => ({
  rates: whens.filter((when): when is Sorted["rates"][number] => isRate(when.schedule)),
  parts: whens.filter((when): when is Sorted["parts"][number] => when.schedule.kind === "part"),
  weekdays: whens.filter((when): when is Sorted["weekdays"][number] => when.schedule.kind === "weekdays"),
});

const isDaily = (item: Times | Every): boolean =>
  item.kind === "times" && item.days === 1 && item.style !== "latin" && item.style !== "counted";

interface Rate {
  readonly aDay: PerDay;
  readonly upTo: boolean;
  readonly every: PerDay | null;
  /** "daily" on its own: one, unless something else says how often. */
  readonly plainDaily: boolean;
}

const single = (item: Times | Every): Rate => ({
  aDay: perDayOf(item),
  upTo: item.upTo,
  every: item.kind === "every" ? item.hours : null,
  plainDaily: isDaily(item),
});

/** Two statements of a rate must agree, or one must be the daily rhythm that the other fills. */
const merge = (a: Rate, item: Times | Every, join: Join): Rate | FrequencyProblem => {
  const b = single(item);
  if (join === "or")
    return {
      ...a,
      aDay: { min: least(a.aDay.min, b.aDay.min), max: most(a.aDay.max, b.aDay.max) },
      every: null,
      upTo: a.upTo || b.upTo,
    };
  if (same(a.aDay, b.aDay))
    return { ...a, upTo: a.upTo || b.upTo, every: a.every ?? b.every, plainDaily: a.plainDaily && b.plainDaily };
  if (b.upTo && compare(b.aDay.max, a.aDay.max) <= 0)
    return { aDay: { min: ZERO, max: b.aDay.max }, upTo: true, every: null, plainDaily: false };
  // "weekly daily".
  const sparse = compare(a.aDay.max, ONE) < 0;
  if (b.plainDaily) return join !== "and" && !sparse ? a : "two-readings";
  if (a.plainDaily && item.kind === "times" && item.days === 1) return a.every === null ? "two-readings" : a;
  const min = most(a.aDay.min, b.aDay.min);
  const max = least(a.aDay.max, b.aDay.max);
  if (compare(min, max) > 0) return "two-readings";
  return { aDay: { min, max }, upTo: a.upTo || b.upTo, every: null, plainDaily: false };
};

const mergeRates = (rates: Sorted["rates"]): Rate | FrequencyProblem | null => {
  let rate: Rate | null = null;
  for (const { schedule, join } of rates) {
    if (rate === null) {
      rate = single(schedule);
      continue;
    }
    const everyDay: boolean =
      rate.plainDaily && rates[0]?.schedule.kind === "times" && rates[0].schedule.style === "every-day";
    const sparser = compare(single(schedule).aDay.max, ONE) < 0;
    const merged: Rate | FrequencyProblem =
      everyDay && !sparser ? { ...single(schedule) } : merge(rate, schedule, join);
    if (typeof merged === "string") return merged;
    rate = merged;
  }
  return rate;
};

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
  const weekly = sorted.rates.every(({ schedule }) => schedule.kind === "times" && schedule.days === 7);
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
  if (rate === null) return parts === 0 || meals ? "no-frequency" : frequency(whole(parts), false, true);
  return parts === 0 ? frequency(rate.aDay, rate.upTo, false, rate.every) : withParts(rate, sorted, parts);
};

export const isSparse = (aDay: Ratio): boolean => compare(aDay, ONE) < 0;
