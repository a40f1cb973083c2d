import { describe, expect, it } from "vitest";
import { concord } from "../calling/concord.fixture.ts";

const ask = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

describe("concord ome", () => {
  it("converts with the working, and 60 mg three times is exactly 180", async () => {
    const { json, code } = await concord(["ome"], ask({ product: "MST Continus 60mg tablets", directions: "1 tds" }));
    expect(code).toBe(0);
    expect(json).toEqual([
      expect.objectContaining({ status: "computed", ome: { min: 180, max: 180 }, table: "uk", reason: null }),
    ]);
    expect(json[0].working.length).toBeGreaterThan(2);
    for (const step of json[0].working) expect(step).toEqual({ say: expect.any(String), source: expect.any(String) });
  });

  it.each(["2 a day", 2])("takes a number a day as directions: %j", async (directions) => {
    const { json } = await concord(["ome"], ask({ product: "Zomorph 10mg capsules", directions }));
    expect(json[0]).toMatchObject({ status: "computed", ome: { min: 20, max: 20 } });
  });

  it("uses the table that is named, and says which", async () => {
    const codeine = ask({ product: "Codeine 30mg tablets", directions: "2 qds" });
    const [uk, cdc] = await Promise.all([concord(["ome"], codeine), concord(["ome", "--table", "cdc-2022"], codeine)]);
    expect(uk.json[0]).toMatchObject({ table: "uk", ome: { min: 24, max: 24 } });
    expect(cdc.json[0]).toMatchObject({ table: "cdc-2022", ome: { min: 36, max: 36 } });
  });

  it("refuses methadone by name under the UK table", async () => {
    const { json } = await concord(["ome"], ask({ product: "Methadone 5mg tablets", directions: "1 bd" }));
    expect(json[0]).toMatchObject({ status: "refused", ome: null, table: "uk" });
    expect(json[0].reason).toContain("methadone");
  });

  it("goes on after a line that is no JSON, and says which one it was", async () => {
    const { json, code } = await concord(
      ["ome"],
      `{"product": \n\n${ask({ product: "Zomorph 10mg capsules", directions: "1 od" })}`,
    );
    expect(code).toBe(0);
    expect(json).toEqual([
      expect.objectContaining({ status: "refused", ome: null, reason: "invalid-json", line: 1 }),
      expect.objectContaining({ status: "refused", ome: null, reason: "invalid-json", line: 2 }),
      expect.objectContaining({ status: "computed", ome: { min: 10, max: 10 } }),
    ]);
  });

  it("names every field that is wrong", async () => {
    const { json } = await concord(["ome"], ask({ product: 7, directions: [], days: -1 }, [1], null));
    expect(json.map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 3 }, () => ["refused", "invalid-question"]),
    );
    expect(json[0].working[0].say).toMatch(/product: .*directions: .*days: /);
  });

  it("exits with 1 when strict and a line was refused, with 3 when no line was JSON", async () => {
    const methadone = ask({ product: "Methadone 5mg tablets", directions: "1 bd" });
    await expect(concord(["ome", "--strict"], methadone)).resolves.toMatchObject({ code: 1 });
    await expect(concord(["ome"], methadone)).resolves.toMatchObject({ code: 0 });
    await expect(concord(["ome"], "nothing\n")).resolves.toMatchObject({ code: 3 });
    await expect(concord(["ome"], "")).resolves.toMatchObject({ code: 0, out: "" });
  });
});
