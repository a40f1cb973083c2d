import { describe, expect, it } from "vitest";
import { composeCorpus, withSlips, type CorpusText } from "./directions.corpus.ts";
import { presentDirections } from "./present.ts";
import { readDirections } from "./read.ts";

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

const measure = (corpus: readonly CorpusText[]): { understood: number; wrong: number; example: string } => {
  const read = corpus.map((made) => ({ made, said: presentDirections(readDirections(made.text)) }));
  const understood = read.filter(({ said }) => said.status === "understood");
  const wrong = understood.filter(({ made, said }) => {
    const { min, max } = said.perDay ?? { min: -1, max: -1 };
    return !near(min, made.min) || !near(max, made.max) || said.asNeeded !== made.asNeeded;
  });
  return {
    understood: understood.length / read.length,
    wrong: wrong.length / understood.length,
    example: wrong[0]?.made.text ?? "",
  };
};

describe("sentences of known meaning", () => {
  const corpus = composeCorpus(6000, 20260314);

  it("understands at least 95 in 100, and is wrong in at most 5 of 1,000 of these", () => {
    const { understood, wrong, example } = measure(corpus);
    expect(understood).toBeGreaterThanOrEqual(0.95);
    expect(wrong, example).toBeLessThanOrEqual(0.005);
  });

  it("refuses rather than guesses once every sentence has a slip of typing", () => {
    const { understood, wrong, example } = measure(withSlips(corpus, 99));
    expect(understood).toBeGreaterThanOrEqual(0.5);
    expect(wrong, example).toBeLessThanOrEqual(0.005);
  });
});
