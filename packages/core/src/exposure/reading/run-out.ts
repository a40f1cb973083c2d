import { compare, over, plus, type Ratio, ratio, times } from "../../quantity/ratio.ts";

/** The most that one phase of the directions uses a day, in what the product is counted in. */
export interface Use {
  readonly days: number | null;
  readonly mostADay: Ratio;
}

const daysFor = (left: Ratio, mostADay: Ratio): number => {
  const days = over(left, mostADay);
  return Math.ceil(days.n / days.d);
};

/**
 * Whole days, rounded up, until a quantity is used up at the most a day, phase by phase; the length of the course
 * where its phases end before that. Null where nothing is used.
 * @example runOutDays([{ days: null, mostADay: ratio(8) }], ratio(100)) // 13
 */
export const runOutDays = (uses: readonly Use[], quantity: Ratio): number | null => {
  let left = quantity;
  let total = 0;
  for (const { days, mostADay } of uses) {
    if (days === null) return mostADay.n === 0 ? null : total + daysFor(left, mostADay);
    const used = times(mostADay, ratio(days));
    if (compare(used, left) >= 0) return total + daysFor(left, mostADay);
    left = plus(left, { n: -used.n, d: used.d });
    total += days;
  }
  return total === 0 ? null : total;
};
