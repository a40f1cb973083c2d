import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { EXTRACT, folder } from "./calling/concord.fixture.ts";

const BIN = join(import.meta.dirname, "../bin/concord.mjs");
const here = folder();
afterAll(() => here.remove());

const concord = (...words: readonly string[]) => spawnSync(process.execPath, [BIN, ...words], { encoding: "utf8" });

describe("the command as it is installed", () => {
  it("answers, and ends with the exit code of what was asked", () => {
    const register = concord("register", here.write("practice.csv", EXTRACT), "--json");
    expect(register.stderr).toContain("Rows read 9 =");
    expect(register.status).toBe(0);
    expect(register.stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(concord("register").status).toBe(2);
    expect(concord("register", `${here.path}/missing`).status).toBe(3);
  });

  it("sets the engine nothing that this Node does not know", () => {
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const flags = [...readFileSync(BIN, "utf8").matchAll(/"--(?:no-)?([a-z-]+)(?:=\d+)?",/g)].map(([, name]) => name!);
    expect(flags.length).toBeGreaterThan(2);
    for (const flag of flags) expect(known).toContain(`  --${flag} (`);
  });
});
