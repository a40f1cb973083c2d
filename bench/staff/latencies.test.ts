import { expect, test } from "vitest";
import { Latencies, quantile } from "./latencies.ts";

test.each([
  [[], 0.99, 0],
  [[5], 0.5, 5],
  [[1, 2, 3, 4], 0.5, 2],
  [Array.from({ length: 100 }, (_, at) => at + 1), 0.99, 99],
])("of %j, the share %d is at most %d", (sorted, share, value) => {
  expect(quantile(sorted, share)).toBe(value);
});

test("errors are counted beside the times of what went well", () => {
  const latencies = new Latencies();
  latencies.note("a person", 10, null);
  latencies.note("a person", 30, null);
  latencies.note("a person", 1, "503 busy");
  latencies.note("own session", 2, null);
  expect(latencies.paths()[0]).toEqual({ path: "a person", count: 3, errors: 1, median: 10, p99: 30, slowest: 30 });
  expect(latencies.all()).toMatchObject({ count: 4, errors: 1, median: 10 });
  expect(latencies.errors()).toEqual(["1 times 503 busy: a person"]);
});
