import { describe, expect, it } from "vitest";
import { problemsOfAsvs, readAsvs, type Requirement } from "./asvs.ts";

const RAN = [
  { name: "a.test.ts > works", passed: true },
  { name: "a.test.ts > breaks", passed: false },
];
const met: Requirement = { id: "1.2.3", level: 1, says: "it holds", status: "met", tests: ["a.test.ts > works"] };
const problems = (...changes: readonly Partial<Requirement>[]) =>
  problemsOfAsvs(
    changes.map((change, at) => ({ ...met, id: `1.2.${at}`, ...change })),
    RAN,
  );

describe("the self-check", () => {
  it("is fine where what is met is shown, and what is not says why", () => {
    const { tests: _, ...open } = met;
    expect(problems({}, { document: "README.md" })).toEqual([]);
    expect(problemsOfAsvs([{ ...open, status: "not met", why: "nothing shows it" }], RAN)).toEqual([]);
  });

  it.each<[string, Partial<Requirement>]>([
    ["no such test ran", { tests: ["a.test.ts > is not there"] }],
    ["did not pass", { tests: ["a.test.ts > breaks"] }],
    ["neither a test nor a document", { tests: [] }],
    ["does not say why", { status: "not applicable", tests: [] }],
    ["names tests", { status: "not met", why: "x" }],
    ["unknown status", { status: "perhaps" }],
    ["there is no", { tests: [], document: "docs/none.md" }],
    ["neither of level 1", { level: 3 }],
    ["has no number", { id: "V1" }],
    ["says nothing", { says: " " }],
  ])("says where %s", (words, change) => {
    expect(problems(change).join("\n")).toContain(words);
  });

  it("says where one is there twice", () => {
    expect(problems({ id: "1.1.1" }, { id: "1.1.1" })).toEqual(["requirement 1.1.1 is there twice"]);
  });

  it("has requirements of every chapter but the last", () => {
    const chapters = new Set(readAsvs().map(({ id }) => Number(id.split(".")[0])));
    expect([...chapters].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  });
});
