import { dayFrom, readDirections, toNumber } from "@concord/core";
import { beforeAll, expect, test } from "vitest";
import { registerOf } from "./recovered.fixture.ts";
import { score, type Score } from "./score.ts";
import { withPractice } from "./synthetic-practice.fixture.ts";
import type { Truth } from "./truth/truth-shape.ts";

const PEOPLE = 10_000;
const SEED = 1;
const span = { start: dayFrom(2018, 11, 20)!, end: dayFrom(2026, 11, 20)! };

let truth: Truth;
let result: Score;

beforeAll(async () => {
  truth = await withPractice({ people: PEOPLE, seed: SEED, formats: ["truth"] }, ({ read }) =>
    JSON.parse(read("truth.json")),
  );
  result = score(truth, registerOf(PEOPLE, SEED, span));
}, 60_000);

test("the directed band is the planned one", () => {
  expect(result.people).toBeGreaterThan(1800);
  expect(result.current).toBeGreaterThan(380);
  expect(result.directedRight).toBeGreaterThan(0.985);
  expect(result.directedRightWhereCurrent).toBeGreaterThan(0.96);
  expect(result.directedRightWhereCurrentAndSettled).toBeGreaterThan(0.98);
});

test("the supplied dose is what was issued", () => {
  expect(result.suppliedRight).toBeGreaterThan(0.99);
  expect(result.suppliedMeanError).toBeLessThan(0.3);
});

test("the band holds what is truly taken, but for people who order ahead or behind", () => {
  expect(result.bandHoldsTaken).toBeGreaterThan(0.9);
  const aside = new Set(["ordering ahead", "ordering behind"]);
  const others = { persons: truth.persons.filter(({ pattern }) => !aside.has(pattern)) };
  expect(score(others, registerOf(PEOPLE, SEED, span)).bandHoldsTaken).toBeGreaterThan(0.97);
}, 30_000);

test("whoever has a part with no number gets at least", () => {
  expect(result.atLeastRecall).toBeGreaterThan(0.99);
});

test("each planted situation is found, and little else", () => {
  expect(Object.keys(result.situations)).toHaveLength(17);
  for (const [code, { recall, precision, clear }] of Object.entries(result.situations)) {
    expect(clear, code).toBeGreaterThan(2);
    expect(recall, code).toBeGreaterThanOrEqual(0.9);
    expect(precision, code).toBeGreaterThanOrEqual(0.85);
  }
});

test("directions: at least 95 in 100 readable texts understood, of those at most 5 in 1,000 wrong, and nothing unreadable guessed", () => {
  const readable = truth.texts.filter(({ perDay }) => perDay !== null);
  const understood = readable.flatMap(({ text, perDay }) => {
    const read = readDirections(text);
    return read.status === "understood" ? [{ text, perDay: perDay!, found: read.phases[0].perDay }] : [];
  });
  const wrong = understood.filter(
    ({ perDay, found }) =>
      Math.abs(perDay.min - toNumber(found.min)) > 1e-5 || Math.abs(perDay.max - toNumber(found.max)) > 1e-5,
  );
  expect(understood.length / readable.length).toBeGreaterThan(0.95);
  expect(wrong.length / understood.length, wrong.map(({ text }) => text).join("; ")).toBeLessThanOrEqual(0.005);
  const guessed = truth.texts.filter(
    ({ text, perDay }) => perDay === null && readDirections(text).status === "understood",
  );
  expect(guessed.map(({ text }) => text)).toEqual([]);
});
