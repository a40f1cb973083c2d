import type { Spark } from "../store/schema.ts";

/** As many as a line of 120 pixels shows; a page of the register is mostly these. */
export const SPARK_POINTS = 24;

/** Whole mg; below one mg a tenth, so that something taken is never drawn as nothing. */
const toWhole = (mg: number): number => (mg < 1 ? Math.round(mg * 10) / 10 : Math.round(mg));

/** The changes that are left once doses are whole mg. */
const inWholeMg = (points: Spark): Spark => {
  const changes: [number, number, number][] = [];
  for (const [day, directed, supplied] of points) {
    const [most, mean] = [toWhole(directed), toWhole(supplied)];
    const last = changes.at(-1);
    if (last === undefined || last[1] !== most || last[2] !== mean) changes.push([day, most, mean]);
  }
  return changes;
};

/**
 * The line of doses of one row in at most 24 points, in whole mg a day. A line with more changes is cut into stretches
 * of equal length, each with the most that was directed and the mean that was supplied, so that no peak is lost.
 * `to` is the day after the last that is drawn.
 */
export const sparkPoints = (spark: Spark, to: number): Spark => {
  const changes = inWholeMg(spark);
  if (changes.length <= SPARK_POINTS) return changes;
  const from = spark[0]![0];
  const edge = (i: number): number => from + Math.round((i * (to - from)) / SPARK_POINTS);
  const stretches = Array.from({ length: SPARK_POINTS }, (_, i): [number, number, number] => {
    const [start, end] = [edge(i), edge(i + 1)];
    let [most, sum] = [0, 0];
    spark.forEach(([day, directed, supplied], at) => {
      const days = Math.min(end, spark[at + 1]?.[0] ?? to) - Math.max(start, day);
      if (days <= 0) return;
      most = Math.max(most, directed);
      sum += supplied * days;
    });
    return [start, most, sum / (end - start)];
  });
  return inWholeMg(stretches);
};
