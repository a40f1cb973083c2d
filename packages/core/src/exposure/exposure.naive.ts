import type { Day } from "../calendar/day.ts";
import type { ExposureSettings } from "./settings.ts";
import type { Issue, ItemReading } from "./types.ts";

/**
 * The rules of docs/method.md, simulated one day after another from the text of the rules, for tests only. It shares
 * no code with the kernel and looks everything up again on every day: slow, plain, and the kernel's oracle.
 */
export interface NaiveDay {
  readonly day: number;
  readonly min: number;
  readonly max: number;
  readonly bySubstance: Record<string, readonly [min: number, max: number]>;
  readonly unconverted: readonly string[];
  readonly current: boolean;
  readonly suppliedInWindow: number;
  readonly suppliedBySubstance: Record<string, number>;
  readonly unsupplied: readonly string[];
}

const isPainOpioid = ({ identification: it }: ItemReading): boolean =>
  (it.kind === "opioid" && it.medicine.use === "analgesic") || (it.kind === "refused" && it.use !== "maintenance");

const medicineOf = ({ identification: it, item }: ItemReading): string =>
  it.kind === "opioid" ? `medicine ${it.medicine.id}` : `name ${item.product.name}`;

const substanceOf = ({ identification: it }: ItemReading): string | null =>
  it.kind === "opioid" ? it.medicine.substance : it.kind === "refused" ? it.substance : null;

const alike = (a: ItemReading, b: ItemReading): boolean =>
  a.identification.kind === "opioid" &&
  b.identification.kind === "opioid" &&
  a.identification.medicine.substance === b.identification.medicine.substance &&
  a.identification.medicine.release === b.identification.medicine.release;

/** The days after which the directions themselves end, or null. */
const courseOf = (reading: ItemReading): number | null => {
  const phases =
    reading.directed.status === "computed"
      ? reading.directed.value
      : reading.directions.status === "understood"
        ? reading.directions.phases
        : [{ days: null }];
  return phases.some((p) => p.days === null) ? null : phases.reduce((sum, p) => sum + p.days!, 0);
};

const supplyDays = (reading: ItemReading, settings: ExposureSettings): number =>
  reading.runOutDays ?? reading.item.days ?? settings.missingQuantityDays;

/** Days in hand when the issues of `day` of one medicine are collected: worked out again from the very first issue. */
const carriedInto = (all: readonly Issue[], medicine: string, day: number, settings: ExposureSettings): number => {
  const earlier = all.filter((i) => medicineOf(i.reading) === medicine && i.day < day);
  if (earlier.length === 0) return 0;
  const lastDay = Math.max(...earlier.map((i) => i.day));
  const carried = carriedInto(earlier, medicine, lastDay, settings);
  const left = earlier
    .filter((i) => i.day === lastDay && courseOf(i.reading) === null && !isStopped(i, day))
    .map((i) => i.day + supplyDays(i.reading, settings) + carried - day);
  return Math.min(settings.stockpileCapDays, Math.max(0, ...left));
};

const isStopped = ({ stopped }: Issue, day: number): boolean => stopped !== undefined && stopped.day <= day;

const isCurrent = (all: readonly Issue[], issue: Issue, day: number, settings: ExposureSettings): boolean => {
  if (day < issue.day || isStopped(issue, day)) return false;
  const medicine = medicineOf(issue.reading);
  const before = all.filter((i) => i.day <= day);
  if (before.some((i) => i.day > issue.day && medicineOf(i.reading) === medicine)) return false;
  const course = courseOf(issue.reading);
  if (course !== null) return day - issue.day < course;
  const out = issue.day + supplyDays(issue.reading, settings) + carriedInto(all, medicine, issue.day, settings);
  if (day < out) return true;
  if (before.some((i) => i.day > issue.day && alike(i.reading, issue.reading))) return false;
  return day < out + settings.graceDays;
};

const phaseOn = (reading: ItemReading, dayOfDirections: number): { min: number; max: number } | null => {
  if (reading.directed.status === "refused") return null;
  let gone = 0;
  for (const phase of reading.directed.value) {
    if (phase.days === null || dayOfDirections < gone + phase.days) return phase;
    gone += phase.days;
  }
  throw new Error("asked for a day after the end of a course");
};

const describe = (reading: ItemReading, problem: { code: string }): string =>
  `${reading.item.product.name}|${problem.code}|${substanceOf(reading)}`;

const simulateDay = (all: readonly Issue[], day: number, settings: ExposureSettings): NaiveDay => {
  let [min, max] = [0, 0];
  const bySubstance: Record<string, [number, number]> = {};
  const unconverted = new Set<string>();
  const current = all.filter((issue) => isCurrent(all, issue, day, settings));
  for (const { reading, day: from } of current) {
    const phase = phaseOn(reading, day - from);
    if (phase === null) {
      if (reading.directed.status === "refused") unconverted.add(describe(reading, reading.directed.problem));
      continue;
    }
    min += phase.min;
    max += phase.max;
    const sum = (bySubstance[substanceOf(reading)!] ??= [0, 0]);
    sum[0] += phase.min;
    sum[1] += phase.max;
  }
  let suppliedInWindow = 0;
  const suppliedBySubstance: Record<string, number> = {};
  const unsupplied = new Set<string>();
  for (const { reading, day: issued } of all) {
    if (issued > day || issued <= day - settings.supplyWindowDays) continue;
    if (reading.supplied.status === "refused") unsupplied.add(describe(reading, reading.supplied.problem));
    else {
      suppliedInWindow += reading.supplied.value;
      const substance = substanceOf(reading)!;
      suppliedBySubstance[substance] = (suppliedBySubstance[substance] ?? 0) + reading.supplied.value;
    }
  }
  return {
    day,
    min,
    max,
    bySubstance,
    unconverted: [...unconverted].toSorted(),
    current: current.length > 0,
    suppliedInWindow,
    suppliedBySubstance,
    unsupplied: [...unsupplied].toSorted(),
  };
};

/** Every day from `from` up to and on `to`. */
export const simulate = (
  issues: readonly Issue[],
  from: Day,
  to: Day,
  settings: ExposureSettings,
): readonly NaiveDay[] => {
  const pain = issues.filter((i) => i.kind !== "elsewhere" && isPainOpioid(i.reading));
  const days: NaiveDay[] = [];
  for (let day: number = from; day <= to; day++) days.push(simulateDay(pain, day, settings));
  return days;
};
