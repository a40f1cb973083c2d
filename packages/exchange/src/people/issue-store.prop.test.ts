import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract, linesOf, readFilesOf, row } from "../reading.fixture.ts";

const anyIssue = fc.record({
  person: fc.constantFrom("P1", "P2", "P10", "p1", "Ü", "日本", "a-very-long-number-of-a-person-0123456789"),
  date: fc.constantFrom("2025-01-06", "2025-01-07", "2024-12-31"),
  product: fc.constantFrom("Codeine 30mg tablets", "Tramadol 50mg capsules", "Diazepam 2mg tablets"),
  quantity: fc.integer({ min: 1, max: 999 }).map(String),
});

describe("issues gathered by person", () => {
  it("are the same whether they fit in memory or go to a temporary file, and come in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyIssue, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), async (issues, most) => {
        const files = { "a.csv": extract(...issues.map(row)) };
        const inMemory = await readFilesOf(files);
        const spilled = await readFilesOf(files, { maxInMemory: most });
        expect(linesOf(spilled.people)).toEqual(linesOf(inMemory.people));
        expect(spilled.people.map(({ details }) => details)).toEqual(inMemory.people.map(({ details }) => details));
        const names = inMemory.people.map(({ person }) => person);
        expect(names).toEqual([...new Set(names)].sort());
        for (const { person, issues: found } of inMemory.people) {
          const written = issues.filter((issue) => issue.person === person);
          const expected = written.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
          expect(found.map(({ reading }) => reading.item.quantity)).toEqual(expected.map(({ quantity }) => quantity));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of one person can be had alone", async () => {
    const { readRecords } = await import("../read-records.ts");
    const { readItem } = await import("../reading.fixture.ts");
    const { mkdtempSync, writeFileSync, rmSync } = await import("node:fs");
    const folder = mkdtempSync("/tmp/concord-test-");
    writeFileSync(`${folder}/a.csv`, extract(row({ person: "P1" }), row({ person: "P2" }), row({ person: "P1" })));
    const records = await readRecords([folder], { readItem, latestDay: null, maxInMemory: 2 });
    expect(records.person("P1")?.issues).toHaveLength(2);
    expect(records.person("P2")?.issues).toHaveLength(1);
    expect(records.person("nobody")).toBeNull();
    expect([...records.people()]).toHaveLength(2);
    expect([...records.people()]).toHaveLength(2);
    records.close();
    rmSync(folder, { recursive: true });
  });
});
