import { describe, expect, it } from "vitest";
import { concord } from "../calling/concord.fixture.ts";

describe("concord tables", () => {
  it("prints each table with its provenance, the default first", async () => {
    const { json, code } = await concord(["tables", "--json"]);
    expect(code).toBe(0);
    expect(json.map(({ id }) => id)).toEqual([
      "uk",
      "openprescribing",
      "cdc-2022",
      "cdc-2016",
      "nih-heal",
      "anzca-2021",
    ]);
    for (const table of json) {
      for (const field of ["name", "edition", "source", "url", "dateRead", "reviewer"])
        expect(table[field]).toMatch(/\S/);
      for (const row of table.rows) expect(row.source).toMatch(/\S/);
    }
    expect(json[0].rows).toContainEqual(expect.objectContaining({ microgramsPerHour: 12, omePerDay: 30 }));
  });

  it("prints those that are asked for, and knows no other", async () => {
    const { json } = await concord(["tables", "anzca-2021", "uk", "--json"]);
    expect(json.map(({ id }) => id)).toEqual(["uk", "anzca-2021"]);
    const { code, err } = await concord(["tables", "anzca-2012"]);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "anzca-2021"?');
  });

  it("reads as text", async () => {
    const { out } = await concord(["tables"]);
    expect(out).toMatch(/^uk \(used where no table is named\)/);
    expect(out).toMatch(/methadone +oral +no factor/);
    expect(out).toMatch(/52\.5 micrograms\/hour +126 mg a day/);
  });
});
