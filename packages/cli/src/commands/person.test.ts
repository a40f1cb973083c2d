import { afterAll, describe, expect, it } from "vitest";
import { concord, EXTRACT, folder } from "../calling/concord.fixture.ts";

const here = folder();
afterAll(() => here.remove());
const practice = here.write("practice.csv", EXTRACT);

describe("concord timeline", () => {
  it("prints the dose over time as stretches that touch each other", async () => {
    const { json, code } = await concord(["timeline", practice, "--person", "P1", "--json"]);
    expect(code).toBe(0);
    const [{ person, table, segments }] = json as [
      { person: string; table: string; segments: { from: string; to: string }[] },
    ];
    expect({ person, table }).toEqual({ person: "P1", table: "uk" });
    expect(segments[0]).toMatchObject({ from: "2026-09-25", directed: { min: 60, max: 60 }, atLeast: false });
    for (const [i, { from }] of segments.entries()) if (i > 0) expect(from).toBe(segments[i - 1]!.to);
  });

  it("reads as a table", async () => {
    const { out } = await concord(["timeline", practice, "--person", "P1"]);
    expect(out).toMatch(/25 Sep 2026 +22 Oct 2026 +60 +18\.7/);
    expect(out).toMatch(/20 Nov 2026 .* 60–84 /);
  });
});

describe("concord explain", () => {
  it("shows steps that add up to the dose, each with its source", async () => {
    const { out, code } = await concord(["explain", practice, "--person", "P1", "--on", "2026-11-20"]);
    expect(code).toBe(0);
    expect(out).toContain("P1 on 20 Nov 2026");
    expect(out).toContain("As directed: 60–84 mg a day. As supplied: 59 mg a day.");
    expect(out).toMatch(/ 1\. .*\n +\[.*row \d+\]/);
    expect(out).toContain("60 + 24 = 84");
  });

  it("says what could not be computed, and why", async () => {
    const { out } = await concord(["explain", practice, "--person", "P2", "--on", "2026-11-20"]);
    expect(out).toContain("As directed: not known");
    expect(out).toMatch(/Could not be computed:\n {2}- Oxycodone 20mg.*mdu/);
  });

  it("gives the same as data", async () => {
    const { json } = await concord(["explain", practice, "--person", "P1", "--on", "2026-11-20", "--json"]);
    expect(json[0]).toMatchObject({ person: "P1", directed: { min: 60, max: 84 } });
    expect(json[0].working[0]).toEqual({ say: expect.any(String), source: expect.stringContaining("row") });
  });

  it.each(["timeline", "explain"])("%s: tells of a file that could not be read", async (command) => {
    const { code, err } = await concord([command, practice, `${practice}.missing`, "--person", "P1"]);
    expect(code).toBe(0);
    expect(err).toContain("practice.csv.missing: no such file or folder. Check the path.");
  });

  it.each(["timeline", "explain"])("%s: someone who is not there is a wrong call", async (command) => {
    const { code, out, err } = await concord([command, practice, "--person", "p1"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Nobody with the number p1 has an opioid in these records.\nDid you mean P1?");
    await expect(concord([command, practice, "--person", "P4"])).resolves.toMatchObject({ code: 2 });
  });
});
