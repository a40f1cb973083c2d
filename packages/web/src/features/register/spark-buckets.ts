import type { RegisterRow } from "@concord/exchange/api";

/** One every three pixels: finer than that nobody sees at this size. */
export const BUCKETS = 40;

export interface Bucket {
  readonly most: number;
  /** The mean of what was supplied; null where nothing was. */
  readonly supplied: number | null;
}

/** The most as directed and the mean supplied within each stretch of equal length from one day to another. */
export const bucketsOf = (spark: RegisterRow["spark"], from: number, to: number): readonly Bucket[] => {
  const length = (to - from) / BUCKETS;
  let first = 0;
  return Array.from({ length: BUCKETS }, (_, i) => {
    const [start, end] = [from + i * length, from + (i + 1) * length];
    while (first + 1 < spark.length && spark[first + 1]![0] <= start) first++;
    let [most, sum] = [0, 0];
    for (let at = first; at < spark.length && spark[at]![0] < end; at++) {
      const [day, directed, supplied] = spark[at]!;
      const within = Math.min(end, spark[at + 1]?.[0] ?? to) - Math.max(start, day);
      if (within <= 0) continue;
      most = Math.max(most, directed);
      sum += supplied * within;
    }
    return { most, supplied: sum === 0 ? null : sum / length };
  });
};
