import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { concord, EXTRACT, folder } from "../calling/concord.fixture.ts";

const here = folder();
afterAll(() => here.remove());
const practice = here.write("practice.csv", EXTRACT);

describe("concord register", () => {
  it("prints one object for each person with any opioid, with every field of the contract", async () => {
    const { json, code } = await concord(["register", practice, "--json"]);
    expect(code).toBe(0);
    expect(json.map(({ person }) => person)).toEqual(["P1", "P2", "P3"]);
    expect(json[0]).toMatchObject({
      person: "P1",
      on: "2026-11-20",
      directed: { min: 60, max: 84 },
      table: "uk",
      atLeast: false,
      since: "2026-09-25",
    });
    // 168 tablets of 30 mg and 100 of codeine 30 mg × 0.1, over 90 days.
    expect(json[0].supplied).toBeCloseTo((168 * 30 + 100 * 3) / 90, 5);
    expect(json[0].findings.map(({ code }: { code: string }) => code)).toContain("more-than-one-opioid");
    for (const finding of json[0].findings) expect(finding.rows.length).toBeGreaterThan(0);
  });

  it("never writes its page over records, under whatever name they are given", async () => {
    mkdirSync(join(here.path, "given"));
    const file = here.write("given/own.csv", EXTRACT);
    symlinkSync(file, join(here.path, "link.csv"));
    for (const [input, page] of [
      [file, file],
      [join(here.path, "given"), file],
      [join(here.path, "given"), join(here.path, "link.csv")],
      [join(here.path, "link.csv"), join(here.path, "given", "..", "given", "own.csv")],
    ] as const) {
      const { code, err, out } = await concord(["register", input, "--html", page]);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("is one of the files to read");
      expect(readFileSync(file, "utf8")).toBe(EXTRACT);
    }
    const page = join(here.path, "given", "register.html");
    for (let times = 0; times < 2; times++)
      expect((await concord(["register", join(here.path, "given"), "--html", page])).code).toBe(0);
  });

  it("says at least where directions are refused, and 0 to 0 where nothing is current", async () => {
    const { json } = await concord(["register", practice, "--json"]);
    expect(json[1]).toMatchObject({ person: "P2", directed: { min: 0, max: 0 }, atLeast: true });
    expect(json[1].supplied).toBeCloseTo((56 * 20 * 1.5) / 90, 5);
    expect(json[1].findings.map(({ code }: { code: string }) => code)).toContain("unreadable-directions");
    expect(json[2]).toMatchObject({ person: "P3", directed: { min: 0, max: 0 }, supplied: 0, atLeast: true });
  });

  it("looks at the day that is asked for, under the table that is asked for", async () => {
    const { json } = await concord(["register", practice, "--json", "--on", "2019-03-05", "--table", "cdc-2022"]);
    expect(json.find(({ person }) => person === "P3")).toMatchObject({
      on: "2019-03-05",
      table: "cdc-2022",
      directed: { min: 80, max: 80 },
    });
  });

  it("accounts for every row on standard error", async () => {
    const { err } = await concord(["register", practice, "--json"]);
    expect(err).toContain("Rows read 9 = used 7 + set aside 1 + refused 1");
    expect(err).toMatch(/Set aside 1:\n +1 +cancelled/);
    expect(err).toContain("row 10");
  });

  it("says that a supply of which nothing is known is not known, never 0", async () => {
    const rows = EXTRACT.split("\n")
      .slice(0, 2)
      .join("\n")
      .replace(/,\d+,tablet/g, ",,");
    const uncounted = here.write("uncounted.csv", rows);
    expect((await concord(["register", uncounted])).out).toMatch(/P1 +(at least )?\d+ +not known/);
    expect((await concord(["explain", uncounted, "--person", "P1"])).out).toContain("As supplied: not known.");
    expect((await concord(["timeline", uncounted, "--person", "P1"])).out).toContain("not known");
  });

  it("reads gzip and folders alike", async () => {
    mkdirSync(join(here.path, "folder"), { recursive: true });
    here.write("folder/practice.csv.gz", gzipSync(EXTRACT));
    const [plain, zipped] = await Promise.all([
      concord(["register", practice, "--json"]),
      concord(["register", join(here.path, "folder"), "--json"]),
    ]);
    const withoutFile = (text: string): string => text.replaceAll(/"file":"[^"]*"/g, "");
    expect(withoutFile(zipped.out)).toBe(withoutFile(plain.out));
  });

  it("prints a table for people, in the order that it states, without colour or bar when piped", async () => {
    const { out, err } = await concord(["register", practice, "--top", "2"]);
    expect(out).toContain("2 people with an opioid current on 20 Nov 2026, 3 people with one in these records.");
    expect(out).toMatch(/P1 +60–84 +59 .*\n.*P2 +not known +19/);
    expect(out).not.toContain("P3 ");
    expect(out).toContain("Showing 2 of 3, by the most as directed");
    expect(out + err).not.toContain("\u001b");
  });

  it("exits with 1 for refused rows only when strict, with 3 where nothing can be read", async () => {
    const nothing = here.write("letter.txt", "Dear colleague\n");
    await expect(concord(["register", practice, "--json", "--strict"])).resolves.toMatchObject({ code: 1 });
    const fine = here.write("fine.csv", EXTRACT.split("\n").slice(0, 8).join("\n"));
    await expect(concord(["register", fine, "--json", "--strict"])).resolves.toMatchObject({ code: 0 });
    for (const path of [join(here.path, "missing.csv"), nothing, here.write("empty.csv", "")]) {
      const { code, out, err } = await concord(["register", path, "--json"]);
      expect({ code, out }).toEqual({ code: 3, out: "" });
      expect(err).toContain(path);
    }
  });

  it("keeps someone on the register whose opioids were all refused", async () => {
    const order = (id: string, authoredOn: string, text: string) => ({
      resourceType: "MedicationRequest",
      id,
      status: "active",
      intent: "order",
      subject: { reference: "Patient/p1" },
      authoredOn,
      medicationCodeableConcept: { text },
    });
    const refused = [order("a", "2026-10-32", "Codeine 30mg tablets"), order("b", "2026-10-02", "Morphine tablets")];
    const bundle = (...resources: readonly object[]) =>
      JSON.stringify({
        resourceType: "Bundle",
        type: "collection",
        entry: resources.map((resource) => ({ resource })),
      });
    for (const [name, rows] of [
      ["day", refused.slice(0, 1)],
      ["product", refused.slice(1)],
      ["both", refused],
    ] as const) {
      const path = here.write(`refused-${name}.json`, bundle(...rows));
      const { code, json } = await concord(["register", path, "--json"]);
      expect({ code, json }).toMatchObject({
        code: 0,
        json: [{ person: "p1", directed: { min: 0, max: 0 }, atLeast: true, current: name !== "day" }],
      });
      const timeline = await concord(["timeline", path, "--person", "p1"]);
      expect(timeline.code).toBe(0);
      if (name === "day") expect(timeline.out).toContain("Refused, and not in these doses: Codeine 30mg tablets");
      await expect(concord(["explain", path, "--person", "p1"])).resolves.toMatchObject({ code: 0 });
    }
    const cancelled = here.write("cancelled.json", bundle({ ...refused[1]!, status: "cancelled" }));
    await expect(concord(["register", cancelled, "--json"])).resolves.toMatchObject({ code: 0, out: "" });
    const nobody = here.write("nobody.json", bundle({ ...refused[0]!, subject: undefined }));
    await expect(concord(["register", nobody, "--json"])).resolves.toMatchObject({ code: 3, out: "" });
  });

  it("reads the rest where one file is damaged", async () => {
    const damaged = here.write("damaged.csv.gz", gzipSync(EXTRACT).subarray(0, 80));
    const { json, err, code } = await concord(["register", practice, damaged, "--json"]);
    expect(code).toBe(0);
    expect(json).toHaveLength(3);
    expect(err).toContain("damaged.csv.gz");
  });

  it("writes the page whole, and nothing else beside it", async () => {
    const page = join(here.path, "pages", "register.html");
    mkdirSync(join(here.path, "pages"));
    const { code, err } = await concord(["register", practice, "--html", page]);
    expect(code).toBe(0);
    expect(err).toContain(`Written: ${page}`);
    const written = readFileSync(page, "utf8");
    expect(written).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(written).toContain("60–84");
    expect(written).toContain('"marks":[{"mg":90,');
    expect(written).toContain('{"mg":120,');
    expect(written).not.toContain(here.path);
    expect(written).not.toContain("Synthetic");
    expect(readdirSync(join(here.path, "pages"))).toEqual(["register.html"]);
  });

  it.each(["nowhere/register.html", "."])("says at once that %s cannot be written", async (name) => {
    const { code, err } = await concord(["register", practice, "--html", join(here.path, name)]);
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be written: (its folder is not there|it is a folder)/);
  });

  it("leaves a page as it was when there is nothing to put in it", async () => {
    const page = here.write("old.html", "old");
    await expect(concord(["register", join(here.path, "missing.csv"), "--html", page])).resolves.toMatchObject({
      code: 3,
    });
    expect(readFileSync(page, "utf8")).toBe("old");
  });

  it("ends quietly when its reader goes away", async () => {
    const main = fileURLToPath(new URL("../main.ts", import.meta.url));
    const many = Array.from({ length: 4000 }, (_, i) => EXTRACT.split("\n")[1]!.replace("P1", `Q${i}`));
    const big = here.write("big.csv", [EXTRACT.split("\n")[0], ...many].join("\n"));
    const child = spawn(process.execPath, [main, "register", big, "--json"]);
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(err).not.toContain("EPIPE");
  });
});
