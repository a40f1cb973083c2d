import { describe, expect, it } from "vitest";
import { pseudoOf } from "./pseudo.ts";
import { problemOfText, wordsIn } from "./seen-texts.fixture.ts";

describe("the pseudo catalogue", () => {
  it("changes every letter and leaves values and marks of emphasis alone", () => {
    const { a } = pseudoOf({ a: { b: "Rows <b>{{read, number}}</b> of 3" } });
    expect(a).toEqual({ b: "⟦Ŕöẅṡ <b>{{read, number}}</b> öḟ 3⟧" });
  });
});

describe("a text on a page under the pseudo catalogue", () => {
  const data = wordsIn(['{"person":"SYN-001","medicine":"codeine"}']);
  it.each([
    ["⟦Ŕöẅṡ 12⟧", null],
    ["⟦ḟöŕ ⟦1 ÿ⟧⟧", null],
    ["SYN-001", null],
    ["12,345", null],
    ["People", "not from the catalogue"],
    ["12 ⟦ṗëöṗḷë⟧", "glued"],
    ["⟦ṗëöṗḷë⟧ ⟦ḣëŕë⟧", "glued"],
    ["codeine ⟦ḋäÿ⟧", "glued"],
    ["⟦ṗëöṗḷë", "half a text"],
  ])("%s: %s", (text, problem) => {
    const found = problemOfText({ where: "p", text }, data);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toContain(problem);
  });
});
