import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { concord } from "./calling/concord.fixture.ts";

const COMMANDS = ["register", "timeline", "explain", "directions", "ome", "tables", "twin"];

const command = fileURLToPath(new URL("../bin/concord.mjs", import.meta.url));

describe("concord", () => {
  it.each([[[]], [["--no-experimental-strip-types"]]])(
    "answers by its path, also under a Node that cannot run it: %j",
    (flags) => {
      const { status, stdout } = spawnSync(process.execPath, [...flags, command, "directions"], { input: "1 bd\n" });
      expect(status).toBe(0);
      expect(JSON.parse(String(stdout))).toMatchObject({ text: "1 bd", status: "understood" });
      const wrong = spawnSync(process.execPath, [...flags, command, "nothing"]);
      expect(wrong.status).toBe(2);
    },
  );

  it("says what it can do, and each command with examples", async () => {
    const all = await concord(["--help"]);
    expect(all.code).toBe(0);
    for (const name of COMMANDS) expect(all.out).toContain(`  ${name} `);
    const pages = await Promise.all(COMMANDS.map((name) => concord([name, "--help"])));
    for (const page of pages) {
      expect(page.code).toBe(0);
      expect(page.out).toMatch(/Usage: concord .*\n[^]*Options:\n[^]*Examples:\n/);
      expect(page.err).toBe("");
    }
  });

  it("says its version", async () => {
    await expect(concord(["--version"])).resolves.toMatchObject({
      code: 0,
      out: expect.stringMatching(/^concord \d+\.\d+\.\d+\n$/),
    });
  });

  it("helps also where the rest of the call is wrong", async () => {
    await expect(concord(["register", "--nope", "--help"])).resolves.toMatchObject({ code: 0, err: "" });
  });

  it.each([
    [["registr"], 'Did you mean "concord register"?'],
    [["--versoin"], "concord has no option --versoin"],
    [["register", "x.csv", "--jsno"], "Did you mean --json?"],
    [["register", "x.csv", "--table", "cdc-2021"], 'Did you mean "cdc-2022"?'],
    [["register", "x.csv", "--on", "2026-02-29"], "no date of the calendar"],
    [["register", "x.csv", "--on", "20 Nov"], "Write it as 2026-11-20"],
    [["register", "x.csv", "--json=yes"], "--json takes no value"],
    [["register", "x.csv", "--on"], "--on needs a value: --on DATE"],
    [["register", "x.csv", "--json", "--json"], "--json is given twice"],
    [["register", "x.csv", "--top", "few"], 'Write a number, or "all".'],
    [["register"], "at least one file or folder"],
    [["timeline", "x.csv"], "Add --person ID"],
    [["explain", "x.csv"], "Add --person ID"],
    [["directions", "1 od"], 'does not take "1 od"'],
    [["ome", "--table", "none"], "There is no factor table"],
    [["twin"], "Add --out DIR"],
    [["twin", "--out", "x", "--people", "0"], "no whole number from 1"],
    [["twin", "--out", "x", "--formats", "xml"], "Formats: csv, fhir, truth"],
  ])("%j is a wrong call, and it says why", async (words, says) => {
    const { code, out, err } = await concord(words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(says);
    expect(err).not.toContain("    at ");
  });

  it("with nothing asked, shows the help as an error", async () => {
    const { code, out, err } = await concord([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Commands:");
  });
});
