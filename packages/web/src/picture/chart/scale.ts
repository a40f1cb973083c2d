import { partsOf } from "../../words/dates.ts";
import { isoOf } from "./days.ts";

/** Where a number lands on the chart. */
export interface Scale {
  (value: number): number;
}

export const linear = (from: number, to: number, start: number, end: number): Scale => {
  const by = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * by;
};

const STEPS = [1, 2, 5, 10, 20, 30, 40, 50, 60, 100, 120, 150, 200, 250, 300, 500, 1000, 2000, 5000, 10_000];

/** Round doses from 0 to at least `most`, in no more than `count` steps. */
export const doseTicks = (most: number, count: number): readonly number[] => {
  const step = STEPS.find((one) => one * count >= most) ?? Math.ceil(most / count);
  return Array.from({ length: Math.max(2, Math.ceil(most / step) + 1) }, (_, i) => i * step);
};

export interface DateTick {
  readonly day: number;
  readonly iso: string;
  /** The year alone is written where every mark stands for the start of one. */
  readonly yearOnly: boolean;
}

const MONTHS_BETWEEN = [1, 2, 3, 6, 12, 24, 36, 60, 120];

/** The first days of years, or of months where there are few, no more than about `count` of them. */
export const dateTicks = (from: number, to: number, count: number): readonly DateTick[] => {
  const months = (to - from) / 30.44;
  const step = MONTHS_BETWEEN.find((one) => months / one <= count) ?? 240;
  const { year, month } = partsOf(isoOf(from));
  const ticks: DateTick[] = [];
  for (let at = Math.floor((year * 12 + month - 1) / step) * step; ; at += step) {
    const day = Date.UTC(Math.floor(at / 12), at % 12, 1) / 86_400_000;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, iso: isoOf(day), yearOnly: step >= 12 });
  }
};
