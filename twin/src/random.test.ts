import { expect, test } from "vitest";
import { cardOf, Random } from "./random.ts";

const draws = (random: Random): number[] => Array.from({ length: 50 }, () => random.below(1000));

test("a stream is the same each time, and another for another seed, person or purpose", () => {
  const first = draws(new Random(1, 7, 2));
  expect(draws(new Random(1, 7, 2))).toEqual(first);
  for (const other of [new Random(2, 7, 2), new Random(1, 8, 2), new Random(1, 7, 3)])
    expect(draws(other)).not.toEqual(first);
});

test("the first numbers are known, so that an old practice can be made again", () => {
  const random = new Random(1, 0, 1);
  expect([random.next(), random.next(), random.next()]).toMatchInlineSnapshot(`
    [
      2236035190,
      344938444,
      1728983125,
    ]
  `);
});

test("draws fill their limits and nothing beyond", () => {
  const random = new Random(3, 0, 1);
  const seen = new Set(Array.from({ length: 400 }, () => random.between(3, 6)));
  expect([...seen].toSorted()).toEqual([3, 4, 5, 6]);
});

test("choices come about as often as their shares", () => {
  const random = new Random(4, 0, 1);
  const choices = [
    { name: "often", share: 9 },
    { name: "seldom", share: 1 },
    { name: "never", share: 0 },
  ];
  const counts = new Map<string, number>();
  for (let nth = 0; nth < 10000; nth += 1) {
    const { name } = random.weighted(choices);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  expect(counts.get("never")).toBeUndefined();
  expect(counts.get("seldom")).toBeGreaterThan(900);
  expect(counts.get("seldom")).toBeLessThan(1100);
});

test("a card of 17 in 10,000 comes to 17 in 10,000 people, give or take 3, for any seed", () => {
  for (const seed of [1, 2, 99, 123456]) {
    let drawn = 0;
    for (let person = 0; person < 10000; person += 1) if (cardOf(seed, person) < 17) drawn += 1;
    expect(drawn).toBeGreaterThanOrEqual(14);
    expect(drawn).toBeLessThanOrEqual(20);
  }
});
