import { compare, fromNumber, over, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import { parseDay } from "../../calendar/day.ts";
import type { PerDay } from "../types.ts";

type Bag = Readonly<Record<string, unknown>>;

export const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A number of FHIR above zero, exact; null where it is absent or no number. */
export const positive = (value: unknown): Ratio | null => {
  const read = typeof value === "number" ? fromNumber(value) : null;
  return read === null || read.n === 0 || read.n > 1e9 || read.d > 1e6 ? null : read;
};

/** Days in the UCUM units of time that FHIR allows; months and years have no fixed length. */
const UNIT_DAYS: ReadonlyMap<unknown, Ratio> = new Map([
  ["min", ratio(1, 1440)],
  ["h", ratio(1, 24)],
  ["d", ratio(1)],
  ["wk", ratio(7)],
]);

/** HL7 GTS abbreviations of `timing.code`, as times a day. */
const CODE_TIMES: ReadonlyMap<unknown, Ratio> = new Map([
  ["QD", ratio(1)],
  ["OD", ratio(1)],
  ["BID", ratio(2)],
  ["TID", ratio(3)],
  ["QID", ratio(4)],
  ["AM", ratio(1)],
  ["PM", ratio(1)],
  ["BED", ratio(1)],
  ["QOD", ratio(1, 2)],
  ["Q1H", ratio(24)],
  ["Q2H", ratio(12)],
  ["Q3H", ratio(8)],
  ["Q4H", ratio(6)],
  ["Q6H", ratio(4)],
  ["Q8H", ratio(3)],
  ["WK", ratio(1, 7)],
]);

export interface FhirTiming {
  readonly aDay: PerDay;
  readonly everyHours: PerDay;
}

/** Events of `when` that are one part of the day each; meals in general are three. */
const whenCount = (when: readonly unknown[]): number =>
  when.reduce((sum: number, event) => sum + (event === "C" || event === "AC" || event === "PC" ? 3 : 1), 0);

/** Longest lengths, for how long something may be given: a course that may still run has not ended. */
const LONGEST_DAYS: ReadonlyMap<unknown, Ratio> = new Map([
  ...UNIT_DAYS,
  ["mo", ratio(31)],
  ["a", ratio(366)],
  ["day", ratio(1)],
  ["days", ratio(1)],
  ["week", ratio(7)],
  ["weeks", ratio(7)],
]);

type Bounds = number | null | "unreadable";

const wholeDays = ({ n, d }: Ratio): number => Math.ceil(n / d);

const durationDays = (duration: unknown): Bounds => {
  if (!isBag(duration) || duration["comparator"] !== undefined) return "unreadable";
  const value = positive(duration["value"]);
  const unit = LONGEST_DAYS.get(duration["code"] ?? duration["unit"]);
  return value === null || unit === undefined ? "unreadable" : wholeDays(times(value, unit));
};

const dayAt = (value: unknown): number | null => (typeof value === "string" ? parseDay(value.slice(0, 10)) : null);

/** From the first day to the last, both included. An end without a start says nothing of how long. */
const periodDays = (period: unknown): Bounds => {
  if (!isBag(period)) return "unreadable";
  if (period["end"] === undefined) return null;
  const [start, end] = [dayAt(period["start"]), dayAt(period["end"])];
  return start === null || end === null || end < start ? "unreadable" : end - start + 1;
};

const rangeDays = (range: unknown): Bounds =>
  !isBag(range) ? "unreadable" : range["high"] === undefined ? null : durationDays(range["high"]);

const countDays = (repeat: Bag, aDay: Ratio | null): Bounds => {
  const count = positive(repeat["countMax"] ?? repeat["count"]);
  return count === null || aDay === null || aDay.n === 0 ? "unreadable" : wholeDays(over(count, aDay));
};

/** Days that `repeat` allows at the longest, by its bounds or by its count of times; null where it sets no end. */
export const boundsOf = (timing: unknown, aDay: Ratio | null): Bounds => {
  const repeat = isBag(timing) && isBag(timing["repeat"]) ? timing["repeat"] : {};
  const all: Bounds[] = [];
  if (repeat["boundsDuration"] !== undefined) all.push(durationDays(repeat["boundsDuration"]));
  if (repeat["boundsPeriod"] !== undefined) all.push(periodDays(repeat["boundsPeriod"]));
  if (repeat["boundsRange"] !== undefined) all.push(rangeDays(repeat["boundsRange"]));
  if (repeat["count"] !== undefined) all.push(countDays(repeat, aDay));
  if (all.includes("unreadable")) return "unreadable";
  const days = all.filter((each) => typeof each === "number");
  return days.length === 0 ? null : Math.min(...days);
};

const isBelow = (repeat: Bag, most: string, least: string): boolean => {
  const [high, low] = [positive(repeat[most]), positive(repeat[least])];
  return high !== null && low !== null && compare(high, low) < 0;
};

/** Times in one period: frequency (1 where only the period is given, as FHIR has it), or events named in it. */
const frequencyOf = (repeat: Bag): PerDay | null => {
  const named = Math.max(listOf(repeat["timeOfDay"]).length, whenCount(listOf(repeat["when"])));
  const low = positive(repeat["frequency"]);
  const high = positive(repeat["frequencyMax"]) ?? low;
  if (repeat["frequency"] !== undefined && low === null) return null;
  if (low !== null && high !== null) {
    const disagrees = named > 0 && compare(low, ratio(named)) !== 0 && !(low.n === 1 && repeat["period"] === undefined);
    return disagrees ? null : named > 0 ? { min: ratio(named), max: ratio(named) } : { min: low, max: high };
  }
  if (named > 0) return { min: ratio(named), max: ratio(named) };
  return repeat["period"] === undefined && listOf(repeat["dayOfWeek"]).length === 0
    ? null
    : { min: ratio(1), max: ratio(1) };
};

const perDay = (repeat: Bag): PerDay | null => {
  const often = frequencyOf(repeat);
  if (often === null) return null;
  const weekdays = new Set(listOf(repeat["dayOfWeek"])).size;
  const unit = repeat["periodUnit"] === undefined ? ratio(1) : UNIT_DAYS.get(repeat["periodUnit"]);
  const low = repeat["period"] === undefined ? ratio(1) : positive(repeat["period"]);
  const high = positive(repeat["periodMax"]) ?? low;
  if (unit === undefined || low === null || high === null) return null;
  if (weekdays > 0) {
    const weekly = repeat["periodUnit"] === "wk";
    if (low.n !== low.d) return null;
    if (weekly)
      return compare(often.max, ratio(weekdays)) === 0 || often.max.n === 1
        ? { min: ratio(weekdays, 7), max: ratio(weekdays, 7) }
        : null;
    return { min: times(often.min, ratio(weekdays, 7)), max: times(often.max, ratio(weekdays, 7)) };
  }
  return { min: over(often.min, times(high, unit)), max: over(often.max, times(low, unit)) };
};

const codeOf = (timing: Bag): Ratio | null => {
  const code = isBag(timing["code"]) ? timing["code"] : null;
  if (code === null) return null;
  for (const coding of listOf(code["coding"])) {
    const found = isBag(coding) ? CODE_TIMES.get(coding["code"]) : undefined;
    if (found !== undefined) return found;
  }
  return CODE_TIMES.get(code["text"]) ?? null;
};

/**
 * Doses a day of a FHIR R4 `Timing`, from `repeat` or else from its code; null where neither says, "contradiction" where both do
 * and disagree, or where a most is below its least.
 */
export const readTiming = (timing: unknown): FhirTiming | null | "contradiction" => {
  if (!isBag(timing)) return null;
  const repeat = isBag(timing["repeat"]) ? timing["repeat"] : null;
  if (repeat !== null && (isBelow(repeat, "frequencyMax", "frequency") || isBelow(repeat, "periodMax", "period")))
    return "contradiction";
  const byRepeat = repeat === null ? null : perDay(repeat);
  const byCode = codeOf(timing);
  if (
    byRepeat !== null &&
    byCode !== null &&
    (compare(byRepeat.min, byCode) !== 0 || compare(byRepeat.max, byCode) !== 0)
  )
    return "contradiction";
  const aDay = byRepeat ?? (byCode === null ? null : { min: byCode, max: byCode });
  if (aDay === null || compare(aDay.max, ratio(24)) > 0) return null;
  return {
    aDay,
    everyHours: { min: over(ratio(24), aDay.max), max: over(ratio(24), aDay.min) },
  };
};
