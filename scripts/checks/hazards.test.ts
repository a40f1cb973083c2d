import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./check.ts";
import { problemsOfHazards } from "./hazards.ts";
import { reportFrom } from "./vitest-report.ts";

const hazard = {
  id: 1,
  hazard: "h",
  cause: "c",
  effect: "e",
  control: "c",
  owner: "o",
  residual: "r",
  tests: ["a.test.ts > holds"],
  status: "controlled",
};
const ran = [
  { name: "a.test.ts > holds", passed: true },
  { name: "a.test.ts > breaks", passed: false },
];

test("a controlled hazard whose test passed is in order", () => {
  expect(problemsOfHazards([hazard], ran)).toEqual([]);
});

test.each([
  [{ tests: [] }, "names no test"],
  [{ tests: ["a.test.ts > gone"] }, "no such test ran"],
  [{ tests: ["a.test.ts > breaks"] }, "did not pass"],
  [{ status: "fine" }, "unknown status"],
  [{ status: "not yet controlled" }, "names tests"],
  [{ owner: " " }, '"owner" is empty'],
  [{ id: 7 }, "out of order"],
])("%o is a problem", (change, problem) => {
  expect(problemsOfHazards([{ ...hazard, ...change }], ran).join("\n")).toContain(problem);
});

test("of tests with one name all must have passed", () => {
  const twice = [{ name: "a.test.ts > holds", passed: false }, ...ran];
  expect(problemsOfHazards([hazard], twice)).toEqual(["hazard 1: did not pass: a.test.ts > holds"]);
});

test("a report counts what ran, what was skipped and files that broke before their tests", () => {
  const assertion = (title: string, status: string) => ({ ancestorTitles: ["group"], title, status });
  const report = reportFrom({
    testResults: [
      {
        name: join(root, "a.test.ts"),
        status: "failed",
        assertionResults: [assertion("one", "passed"), assertion("two", "failed"), assertion("three", "skipped")],
      },
      { name: join(root, "b.test.ts"), status: "failed", message: "no such module", assertionResults: [] },
    ],
  });
  expect(report.tests).toEqual([
    { name: "a.test.ts > group > one", passed: true },
    { name: "a.test.ts > group > two", passed: false },
  ]);
  expect(report.skipped).toBe(1);
  expect(report.brokenFiles).toEqual(["b.test.ts: no such module"]);
});
