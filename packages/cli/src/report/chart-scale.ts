/** Where numbers land on a chart, and which of them are written beside it. */
export interface Scale {
  (value: number): number;
}

export const linear = (from: number, to: number, start: number, end: number): Scale => {
  const by = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * by;
};

const STEPS = [1, 2, 3, 5, 10, 15, 20, 25, 30, 50, 60, 100, 120, 150, 200, 250, 300, 500, 1000, 2000, 5000, 10000];

/** Round doses from 0 to at least `most`, in no more than `count` steps. */
export const doseTicks = (most: number, count: number): readonly number[] => {
  const step = STEPS.find((one) => one * count >= most) ?? Math.ceil(most / count);
  return Array.from({ length: Math.max(2, Math.ceil(most / step) + 1) }, (_, i) => i * step);
};

export interface DateTick {
  readonly day: number;
  readonly says: string;
}

const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The first days of years, or of months where there are few, no more than `count` of them. */
export const dateTicks = (from: number, to: number, count: number): readonly DateTick[] => {
  const months = (to - from) / 30.44;
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((one) => months / one <= count) ?? 240;
  const start = new Date(from * 86_400_000);
  const ticks: DateTick[] = [];
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    if (day > to) return ticks;
    const year = Math.floor(month / 12);
    if (day >= from) ticks.push({ day, says: step >= 12 ? String(year) : `${SHORT_MONTHS[month % 12]!} ${year}` });
  }
};
