import { describe, expect, test } from "vitest";
import { cyclesIn } from "./import-cycles.ts";
import { problemOfImport } from "./import-direction.ts";
import { specifiersIn } from "./imports.ts";

describe("what a source imports", () => {
  test("counts types, re-exports, JSON and dynamic imports, and no text that only looks like one", () => {
    const source = [
      `import type { Day } from "./day.ts";`,
      `import table from "./table.json" with { type: "json" };`,
      `export { say } from "./say.ts";`,
      `export * from "./all.ts";`,
      `const text = 'import x from "./not.ts"';`,
      `const later = await import("./later.ts");`,
    ].join("\n");
    expect(specifiersIn("a.ts", source)).toEqual(["./day.ts", "./table.json", "./say.ts", "./all.ts", "./later.ts"]);
  });
});

describe("direction of imports", () => {
  const problem = (from: string, specifier: string, to: string | null = null): string | null =>
    problemOfImport({ from, specifier, to });

  test.each([
    ["packages/core/src/dose.ts", "node:fs"],
    ["packages/core/src/dose.ts", "zod"],
    ["packages/core/src/dose.ts", "vitest"],
    ["packages/core/src/dose.ts", "@concord/exchange"],
    ["packages/core/src/dose.ts", "@concord/core"],
    ["packages/exchange/src/csv.ts", "@concord/cli"],
    ["packages/exchange/src/csv.ts", "@concord/core/src/index.ts"],
    ["twin/src/people.ts", "@concord/exchange"],
    ["packages/web/src/page.ts", "@concord/server"],
    ["packages/core/src/dose.ts", "@concord/exchange/api"],
    ["packages/web/src/page.ts", "@concord/exchange/csv"],
  ])("%s must not import %s", (from, specifier) => {
    expect(problem(from, specifier)).toContain(specifier);
  });

  test.each([
    ["packages/core/src/dose.test.ts", "vitest"],
    ["packages/core/src/dose.prop.test.ts", "fast-check"],
    ["packages/exchange/src/csv.ts", "@concord/core"],
    ["packages/exchange/src/csv.ts", "node:fs"],
    ["packages/cli/src/main.ts", "@concord/twin"],
    ["bench/kernel.ts", "@concord/core"],
    ["packages/web/src/api/client.ts", "@concord/exchange/api"],
  ])("%s may import %s", (from, specifier) => {
    expect(problem(from, specifier)).toBeNull();
  });

  test("a path into another package is no door", () => {
    const to = "packages/core/src/calendar/day.ts";
    expect(problem("packages/cli/src/main.ts", "../../core/src/calendar/day.ts", to)).toContain("by its name");
    expect(problem("packages/core/src/main.ts", "./calendar/day.ts", to)).toBeNull();
  });

  test("tests, and only they, share what lies in e2e", () => {
    const path = "../../../e2e/browser.ts";
    expect(problem("packages/cli/src/page.int.test.ts", path, "e2e/browser.ts")).toBeNull();
    expect(problem("packages/cli/src/page.ts", path, "e2e/browser.ts")).toContain("by its name");
  });

  test("a feature of the pages imports no other, and what all share", () => {
    const from = "packages/web/src/features/register/page.tsx";
    expect(problem(from, "../person/why.tsx", "packages/web/src/features/person/why.tsx")).toContain(
      "no other feature",
    );
    expect(problem(from, "./why.tsx", "packages/web/src/features/register/why.tsx")).toBeNull();
    expect(problem(from, "../../ui/page.tsx", "packages/web/src/ui/page.tsx")).toBeNull();
  });

  test("a package's own door is not used from inside", () => {
    expect(problem("packages/core/src/a.ts", "./index.ts", "packages/core/src/index.ts")).toContain("door");
  });
});

describe("import cycles", () => {
  const graph = (edges: Record<string, string[]>): Map<string, string[]> => new Map(Object.entries(edges));

  test("none in a tree or a diamond", () => {
    expect(cyclesIn(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });

  test("two separate ones, and a file that imports itself", () => {
    const cycles = cyclesIn(graph({ a: ["b"], b: ["c"], c: ["a"], d: ["e"], e: ["d", "a"], f: ["f"] }));
    expect(cycles).toEqual(expect.arrayContaining([["a", "b", "c"], ["d", "e"], ["f"]]));
    expect(cycles).toHaveLength(3);
  });
});
