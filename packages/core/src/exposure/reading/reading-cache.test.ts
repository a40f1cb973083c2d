import { describe, expect, it } from "vitest";
import { remember } from "./reading-cache.ts";

const counting = (limit: number) => {
  const made: string[] = [];
  const answers = remember<string>(limit);
  const ask = (...keys: readonly string[]): readonly string[] =>
    keys.map((key) =>
      answers(key, () => {
        made.push(key);
        return key.toUpperCase();
      }),
    );
  return { made, ask };
};

describe("answers that are remembered", () => {
  it("are made once, while they are no more than the limit", () => {
    const { made, ask } = counting(4);
    expect(ask("a", "b", "a", "b", "a")).toEqual(["A", "B", "A", "B", "A"]);
    expect(made).toEqual(["a", "b"]);
  });

  it("are let go when others were asked for since, and made again", () => {
    const { made, ask } = counting(4);
    ask("a", "b", "c", "d", "e", "f", "a");
    expect(made).toEqual(["a", "b", "c", "d", "e", "f", "a"]);
  });

  it("stay as long as they are asked for", () => {
    const { made, ask } = counting(4);
    ask("a", "b", "c", "a", "d", "a", "e", "a");
    expect(made).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("are the last two where the limit is one", () => {
    const { made, ask } = counting(1);
    ask("a", "a", "b", "c", "a");
    expect(made).toEqual(["a", "b", "c", "a"]);
  });
});
