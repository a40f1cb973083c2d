import { describe, expect, it } from "vitest";
import { composeCorpus } from "./directions.corpus.ts";
import { presentDirections } from "./present.ts";
import { readDirections } from "./read.ts";

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

describe("sentences of known meaning", () => {
  const corpus = composeCorpus(6000, 20260314);
  const read = corpus.map((made) => ({ made, said: presentDirections(readDirections(made.text)) }));
  const understood = read.filter(({ said }) => said.status === "understood");

  it("understands at least 95 in 100", () => {
    expect(understood.length / read.length).toBeGreaterThanOrEqual(0.95);
  });

  it("is wrong in at most 5 of 1,000 that it understands", () => {
    const wrong = understood.filter(({ made, said }) => {
      const { min, max } = said.perDay ?? { min: -1, max: -1 };
      return !near(min, made.min) || !near(max, made.max) || said.asNeeded !== made.asNeeded;
    });
    expect(wrong.length / understood.length, wrong[0]?.made.text).toBeLessThanOrEqual(0.005);
  });
});
