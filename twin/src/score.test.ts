import { expect, test } from "vitest";
import { score, type Found } from "./score.ts";
import type { PersonTruth } from "./truth/truth-shape.ts";

const person = (
  id: string,
  max: number,
  more: Partial<PersonTruth["end"]> = {},
  codes: string[] = [],
): PersonTruth => ({
  person: id,
  pattern: "any",
  registered: "2010-01-01",
  situations: codes.map((code) => ({ code, clear: true })),
  regimen: [],
  end: {
    directed: { min: max, max },
    whole: { min: max, max },
    taken: max,
    supplied: max,
    atLeast: false,
    settled: true,
    ...more,
  },
  months: [],
  messy: [],
});

const found = (min: number, max: number, supplied: number, codes: string[] = []): Found => ({
  directed: { min, max },
  supplied,
  atLeast: false,
  findings: codes.map((code) => ({ code })),
});

test("right and wrong bands, and people whom nothing was found for, are told apart", () => {
  const persons = [person("A", 60), person("B", 24), person("C", 0), person("D", 30, { settled: false })];
  const result = score(
    { persons },
    new Map([
      ["A", found(60, 60, 58)],
      ["B", found(0, 24, 24)],
    ]),
  );
  expect(result.people).toBe(4);
  expect(result.current).toBe(3);
  expect(result.directedRight).toBe(0.5);
  expect(result.directedRightWhereSettled).toBeCloseTo(2 / 3, 9);
  expect(result.directedRightWhereCurrent).toBeCloseTo(1 / 3, 9);
  expect(result.directedRightWhereCurrentAndSettled).toBe(0.5);
  expect(result.bandHoldsTaken).toBeCloseTo(2 / 3, 9);
  expect(result.suppliedRight).toBe(0.5);
  expect(result.suppliedMeanError).toBe(8);
  expect(result.wrong).toEqual(["B"]);
});

test("a situation counts by recall and by precision", () => {
  const persons = [person("A", 95, {}, ["high-dose"]), person("B", 95, {}, ["high-dose"]), person("C", 20)];
  const result = score(
    { persons },
    new Map([
      ["A", found(95, 95, 95, ["high-dose"])],
      ["C", found(20, 20, 20, ["high-dose"])],
    ]),
  );
  expect(result.situations["high-dose"]).toEqual({ planted: 2, clear: 2, found: 2, recall: 0.5, precision: 0.5 });
});

test("of people with an unknown part, those are counted whom the service says at least for", () => {
  const persons = [person("A", 0, { atLeast: true }), person("B", 0, { atLeast: true })];
  expect(score({ persons }, new Map([["A", { ...found(0, 0, 0), atLeast: true }]])).atLeastRecall).toBe(0.5);
});
