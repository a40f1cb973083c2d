import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addsUp, extract, linesOf, readFilesOf, row } from "../reading.fixture.ts";

const anyRow = fc
  .record({
    person: fc.constantFrom("P1", "P2", "P3", "", "é"),
    date: fc.constantFrom("2025-01-06", "06/01/2025", "2025-02-30", "", "x", "2031-01-01"),
    product: fc.constantFrom("Codeine 30mg tablets", "Diazepam 2mg tablets", "Ramipril 5mg capsules", "Morphine", ""),
    quantity: fc.constantFrom("56", "", "some"),
    directions: fc.constantFrom("one twice a day", '"one, at night"', "as directed", "a, b", '"open', '"x" y'),
    kind: fc.constantFrom("acute", "repeat", "recorded elsewhere", "template", "odd", ""),
    status: fc.constantFrom("", "issued", "cancelled", "deleted", "odd"),
  })
  .map(row);

const anyLine = fc.oneof({ weight: 8, arbitrary: anyRow }, fc.constantFrom("", ",,,,,,,,,,,,", "one cell", '"', '""'));

describe("the account", () => {
  it("of any rows adds up: read = used + set aside + refused, in each file and in all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 40 }), fc.array(anyLine, { maxLength: 10 }), async (a, b) => {
        const { account, people } = await readFilesOf({ "a.csv": extract(...a), "b.csv": extract(...b) });
        expect(addsUp(account)).toBe(true);
        expect(account.files.every(addsUp)).toBe(true);
        expect(account.files.reduce((sum, file) => sum + file.rowsRead, 0)).toBe(account.rowsRead);
        const kept = linesOf(people).length;
        const refusedButKept = new Set(["strength-not-certain", "substance-not-certain", "code-and-name-disagree"]);
        const refused = account.refused.reasons.filter(({ code }) => refusedButKept.has(code));
        expect(kept).toBeLessThanOrEqual(
          account.used.opioid + account.used.companion + refused.reduce((sum, { count }) => sum + count, 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a few examples of each reason, not all", async () => {
    const { account } = await readFilesOf({
      "a.csv": extract(...Array.from({ length: 50 }, () => row({ person: "" }))),
    });
    expect(account.refused.reasons[0]).toMatchObject({ code: "person-missing", count: 50 });
    expect(account.refused.reasons[0]?.examples.map((each) => each.row)).toEqual([2, 3, 4, 5, 6]);
  });
});
