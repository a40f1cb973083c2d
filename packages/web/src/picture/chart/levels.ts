import type { Person, Stretch } from "@concord/exchange/api";
import { dayOf } from "../../words/dates.ts";

/** A stretch of days on which nothing changes, `to` not included. mg of oral morphine equivalent a day. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number;
  /** Null where something was issued and none of it has a number. */
  readonly supplied: number | null;
  readonly atLeast: boolean;
}

/** So much of the time before the last record is shown at least: a chart of two weeks tells nothing. */
const LEAST_DAYS = 180;

const same = (a: Level, b: Level): boolean =>
  a.min === b.min && a.max === b.max && a.supplied === b.supplied && a.atLeast === b.atLeast;

/** The dose up to and on the day of the register: neighbours that are alike joined, days without a dose between them. */
export const levelsOf = ({ timeline, asOf }: Pick<Person, "timeline" | "asOf">): readonly Level[] => {
  const end = dayOf(asOf) + 1;
  const levels: Level[] = [];
  const add = (next: Level): void => {
    const last = levels.at(-1);
    if (last !== undefined && last.to === next.from && same(last, next))
      levels[levels.length - 1] = { ...last, to: next.to };
    else levels.push(next);
  };
  for (const row of timeline) {
    const from = dayOf(row.from);
    if (from >= end) break;
    const supplied = row.supplied === 0 && row.unconverted.length > 0 ? null : row.supplied;
    add({ from, to: Math.min(end, dayOf(row.to)), ...row.directed, supplied, atLeast: row.atLeast });
  }
  const until = levels.at(-1)?.to;
  if (until !== undefined && until < end) add({ from: until, to: end, min: 0, max: 0, supplied: 0, atLeast: false });
  return levels;
};

export const levelOn = (levels: readonly Level[], day: number): Level | null =>
  levels.find(({ from, to }) => from <= day && day < to) ?? null;

/** First and last day of the chart. */
export const daysShown = (
  person: Pick<Person, "timeline" | "asOf" | "maintenance" | "elsewhere">,
): readonly [number, number] => {
  const to = dayOf(person.asOf);
  const starts = [...person.timeline.slice(0, 1), ...person.maintenance, ...person.elsewhere].map(({ from }) =>
    dayOf(from),
  );
  return [Math.min(to - LEAST_DAYS, ...starts), to];
};

/**
 * The dose that the chart reaches up to: the highest there was, and the lowest mark where the dose comes at least
 * half way to it, so that its distance is seen.
 */
export const mostShown = (levels: readonly Level[], marks: Person["marks"]): number => {
  const most = Math.max(10, ...levels.map(({ max, supplied }) => Math.max(max, supplied ?? 0)));
  const lowest = Math.min(...marks.map(({ mg }) => mg));
  return most < lowest && most * 2 >= lowest ? lowest : most;
};

/** The marks that lie on the chart. */
export const marksShown = (levels: readonly Level[], marks: Person["marks"]): Person["marks"] =>
  marks.filter(({ mg }) => mg <= mostShown(levels, marks) * 1.3);

/** The nearest day before (-1) or after (1) on which the dose changes; null where there is none. */
export const changeFrom = (levels: readonly Level[], day: number, towards: -1 | 1): number | null => {
  const days = levels.map(({ from }) => from);
  return (towards === -1 ? days.findLast((one) => one < day) : days.find((one) => one > day)) ?? null;
};

/** More often than this per 100 px, and a line that follows every change hides where it goes. */
const CHANGES_A_HUNDRED_PX = 9;
export const isDense = (levels: readonly Level[], width: number): boolean =>
  levels.length > (width / 100) * CHANGES_A_HUNDRED_PX;

export interface Point {
  readonly from: number;
  readonly to: number;
  readonly supplied: number | null;
}

/**
 * What was supplied as the mean of each 28 days, counted back from the last day. The figure over 90 days swings as
 * three or four monthly collections fall into them; its mean shows where it goes. Days without a number are left out.
 */
export const meansOf = (levels: readonly Level[]): readonly Point[] => {
  const [start, end] = [levels[0]?.from ?? 0, levels.at(-1)?.to ?? 0];
  const points: Point[] = [];
  for (let to = end; to > start; to -= 28) {
    const from = Math.max(start, to - 28);
    let [days, sum] = [0, 0];
    for (const level of levels) {
      const shared = Math.min(to, level.to) - Math.max(from, level.from);
      if (shared <= 0 || level.supplied === null) continue;
      days += shared;
      sum += shared * level.supplied;
    }
    points.unshift({ from, to, supplied: days === 0 ? null : sum / days });
  }
  return points;
};

export interface Bar {
  readonly name: string;
  readonly kind: "companion" | "maintenance" | "elsewhere";
  readonly class: string | null;
  readonly spans: readonly (readonly [number, number])[];
}

const barsOf = (stretches: readonly Stretch[], kind: Bar["kind"], from: number, to: number): Bar[] => {
  const shown = stretches.filter((one) => dayOf(one.to) > from && dayOf(one.from) <= to);
  return [...Map.groupBy(shown, ({ name }) => name)].map(([name, some]) => ({
    name,
    kind,
    class: some[0]!.class,
    spans: some.map((one) => [Math.max(from, dayOf(one.from)), Math.min(to + 1, dayOf(one.to))] as const),
  }));
};

/** What is shown beneath the dose and never added to it: one bar a name, the earliest first within its kind. */
export const barsUnder = (person: Person, from: number, to: number): readonly Bar[] => [
  ...barsOf(person.maintenance, "maintenance", from, to),
  ...barsOf(person.elsewhere, "elsewhere", from, to),
  ...barsOf(person.companions, "companion", from, to),
];
