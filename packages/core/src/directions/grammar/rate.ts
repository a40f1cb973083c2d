import { compare, least, most, ONE, over, ratio, ZERO } from "../../quantity/ratio.ts";
import type { Every, Schedule, Times } from "../phrases/atoms.ts";
import type { PerDay } from "../types.ts";
import type { FrequencyProblem, Join, When } from "./when.ts";

export const DAY = ratio(24);

const perDayOf = (item: Times | Every): PerDay =>
  item.kind === "every"
    ? { min: over(DAY, item.hours.max), max: over(DAY, item.hours.min) }
    : { min: over(item.times.min, ratio(item.days)), max: over(item.times.max, ratio(item.days)) };

export const same = (a: PerDay, b: PerDay): boolean => compare(a.min, b.min) === 0 && compare(a.max, b.max) === 0;

export const isRate = (item: Schedule): item is Times | Every => item.kind === "times" || item.kind === "every";

export type RateWhen = When & { readonly schedule: Times | Every };

const isDaily = (item: Times | Every): boolean =>
  item.kind === "times" && item.days === 1 && item.style !== "latin" && item.style !== "counted";

export interface Rate {
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

/** All that a clause says about its rate, as one rate. */
export const mergeRates = (rates: readonly RateWhen[]): Rate | FrequencyProblem | null => {
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
