import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const practice = join(root, "out", "practice-80-9901");
const page = join(root, "out", "register-80-9901.html");

const start = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts", "start.mjs"), ...words], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

const takeAway = (): void => {
  for (const path of [practice, `${practice}.part`, page]) rmSync(path, { recursive: true, force: true });
};
beforeAll(takeAway);
afterAll(takeAway);

describe("npm start", () => {
  it("makes a practice, shows ten people, writes the page and says where it is on its last line", () => {
    // What a run that was stopped would have left.
    mkdirSync(`${practice}.part`, { recursive: true });
    writeFileSync(join(`${practice}.part`, "practice.csv"), "half");
    const { status, stdout, stderr } = start("--people", "80", "--seed", "9901");
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/Showing (10|\d) of \d+/);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^out\/register-80-9901\.html +file:\/\/\//);
    expect(stderr).toMatch(/Rows read [\d,]+ = used/);
    expect(readFileSync(page, "utf8")).toContain("Synthetic practice");
    expect(existsSync(`${practice}.part`)).toBe(false);
    expect(readFileSync(join(practice, "practice.csv"), "utf8")).not.toBe("half");
  });

  it("does not make it again", () => {
    const { status, stderr } = start("--people=80", "--seed=9901");
    expect(status).toBe(0);
    expect(stderr).toContain("The synthetic practice is there already: out/practice-80-9901");
  });

  it("helps, and refuses what it does not know", () => {
    expect(start("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Usage: npm start") });
    expect(start("--peple", "3")).toMatchObject({ status: 2, stderr: expect.stringContaining("no option --peple") });
    expect(start("--people", "many")).toMatchObject({ status: 2, stderr: expect.stringContaining("whole number") });
  });
});
