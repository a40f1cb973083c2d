import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { concord, folder } from "../calling/concord.fixture.ts";

const here = folder();
afterAll(() => here.remove());

describe("concord twin", () => {
  it("writes a practice that the register reads, the same for the same seed", async () => {
    const [a, b] = [join(here.path, "a"), join(here.path, "b")];
    const made = await Promise.all(
      [a, b].map((out) => concord(["twin", "--people", "60", "--seed", "7", "--out", out])),
    );
    expect(made.map(({ code }) => code)).toEqual([0, 0]);
    expect(readFileSync(join(a, "practice.csv"))).toEqual(readFileSync(join(b, "practice.csv")));
    const { json, code } = await concord(["register", join(a, "practice.csv"), "--on", "2026-11-20", "--json"]);
    expect(code).toBe(0);
    expect(json.length).toBeGreaterThan(0);
    for (const { person } of json) expect(person).toMatch(/^SYN-/);
  });

  it("means the same doses as CSV and as FHIR", async () => {
    const out = join(here.path, "both");
    await concord(["twin", "--people", "120", "--seed", "3", "--out", out]);
    const [csv, fhir] = await Promise.all(
      ["practice.csv", "fhir"].map((part) => concord(["register", join(out, part), "--on", "2026-11-20", "--json"])),
    );
    const doses = (answered: typeof csv) =>
      answered!.json.map(({ person, directed, supplied, since }) => ({ person, directed, supplied, since }));
    expect(doses(fhir).length).toBeGreaterThan(5);
    expect(doses(fhir)).toEqual(doses(csv));
  });

  it("is no file", async () => {
    const file = here.write("plain.csv", "mine");
    const { code, err } = await concord(["twin", "--people", "5", "--out", file]);
    expect(code).toBe(2);
    expect(err).toContain("is a file");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("writes over nothing of yours", async () => {
    here.write("thesis.txt", "years of work");
    const { code, err } = await concord(["twin", "--people", "5", "--out", here.path]);
    expect(code).toBe(2);
    expect(err).toContain("holds other files");
  });
});
