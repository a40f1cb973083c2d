import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addsUp, countsOf, linesOf, readPaths } from "./reading.fixture.ts";

const examples = fileURLToPath(new URL("../examples", import.meta.url));

describe("the example records", () => {
  it("are read all at once when each is named, formats found by themselves, every row accounted for", async () => {
    const named = readdirSync(examples).filter((name) => name !== "README.md");
    const { account, people } = await readPaths(named.map((name) => `${examples}/${name}`));
    expect(account.failed).toEqual([]);
    expect(account.notRead).toEqual([]);
    expect(account.rowsRead).toBe(8 + 2 + 5 + 3 + 3);
    expect(addsUp(account)).toBe(true);
    expect(countsOf(account.setAside)).toEqual({
      cancelled: 1,
      "entered-in-error": 1,
      "not-an-order": 1,
      "dispense-of-counted-request": 1,
    });
    expect(countsOf(account.refused)).toEqual({ "date-not-valid": 1, "concept-not-found": 1 });
    expect(linesOf(people)).toMatchInlineSnapshot(`
      [
        "71 2025-01-05 acute codeine phosphate 30 MG Oral Tablet x 100",
        "71 2025-02-05 acute codeine phosphate 30 MG Oral Tablet x null",
        "900001 2025-01-06 repeat Tramadol 50mg capsules x 100",
        "900001 2025-02-03 repeat Tramadol 50mg capsules x 100",
        "synthetic-1 2025-01-06 repeat Morphine 10mg modified-release tablets x 56",
        "synthetic-1 2025-02-03 repeat Morphine 10mg modified-release tablets x 56",
        "synthetic-1 2025-02-03 acute Diazepam 2mg tablets x 14",
        "synthetic-2 2025-02-14 acute Codeine 30mg tablets x 100",
        "synthetic-3 2025-03-03 elsewhere Oxycodone 10mg/5ml oral solution x null",
        "synthetic-4 2025-01-06 acute Morphine 10mg modified-release tablets x 56",
        "synthetic-4 2025-02-03 acute Morphine 10mg modified-release tablets x 56",
        "synthetic-5 2025-01-20 acute Codeine 30mg tablets x 100",
        "synthetic-6 2025-03-01 acute Oxycodone 10mg modified-release tablets x 56",
        "synthetic-6 2025-03-30 acute Oxycodone 10mg modified-release tablets x 56",
      ]
    `);
  });
});

/** Other people's files in the shape that they publish; not part of the project, so only where they are there. */
const published = process.env["CONCORD_PUBLISHED_RECORDS"];

describe.runIf(published !== undefined && existsSync(published))("published records", () => {
  it.each([
    ["fhir-r4-synthea", 573],
    ["fhir-r4-bulk", 1745],
    ["omop-synthea27nj", 883],
  ])("%s are read, every row accounted for", async (folder, rows) => {
    const { account, people } = await readPaths([`${published}/${folder}`]);
    expect(account.rowsRead).toBe(rows);
    expect(account.failed).toEqual([]);
    expect(addsUp(account)).toBe(true);
    expect(people.length).toBeGreaterThan(0);
  });
});
