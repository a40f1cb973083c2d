import { expect, test } from "vitest";
import type { Spark } from "../store/schema.ts";
import { sparkPoints, SPARK_POINTS } from "./spark-points.ts";

test("a line of few changes keeps each of them, in whole mg", () => {
  const spark: Spark = [
    [100, 30.4, 12.5],
    [110, 30.1, 12.6],
    [150, 0, 0],
  ];
  expect(sparkPoints(spark, 200)).toEqual([
    [100, 30, 13],
    [150, 0, 0],
  ]);
});

test("something below one mg is not drawn as nothing", () => {
  expect(sparkPoints([[100, 0.4, 0.2]], 200)).toEqual([[100, 0.4, 0.2]]);
});

/** A change on each of 240 days: ten days for each of the points. */
const busy: Spark = Array.from({ length: 240 }, (_, i) => [1000 + i, i === 57 ? 200 : 20 + (i % 2), 10 * (i % 2)]);

test("a line of many changes is cut into stretches that keep every peak and the mean of the supply", () => {
  expect(sparkPoints(busy, 1240)).toEqual([
    [1000, 21, 5],
    [1050, 200, 5],
    [1060, 21, 5],
  ]);
});

test("never more points than a line shows", () => {
  const steps: Spark = Array.from({ length: 240 }, (_, i) => [1000 + i, i, i]);
  const points = sparkPoints(steps, 1240);
  expect(points).toHaveLength(SPARK_POINTS);
  expect(points[0]).toEqual([1000, 9, 5]);
  expect(points.at(-1)).toEqual([1230, 239, 235]);
});
