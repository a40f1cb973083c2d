import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { readCall } from "../../packages/server/src/config.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const UNIT = read("deploy/concord.service");
const DOCUMENT = read("docs/how-to/deploy.md");

const callOf = (line: string) => {
  const words = line.trim().split(/\s+/);
  return readCall(words, {}, "/usual");
};

const CALLS = [
  ...DOCUMENT.replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .flatMap((line) => /npm start -- (.+)$/.exec(line)?.[1] ?? / concord (--empty .+)$/.exec(line)?.[1] ?? []),
  /main\.ts (.+)$/m.exec(UNIT)![1]!.replace("${CONCORD_PUBLIC_URL}", "https://concord.example"),
];

describe("how it is deployed", () => {
  test.each(CALLS)("the service starts so: %s", (line) => {
    expect(callOf(line).kind).toBe("start");
  });

  test("the document has each way", () => {
    expect(CALLS.length).toBeGreaterThanOrEqual(5);
  });

  test.each(["NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=", "KillMode=mixed"])(
    "the unit says %s",
    (line) => {
      expect(UNIT.split("\n")).toContain(line);
    },
  );

  test.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)("the unit is one that systemd reads", () => {
    const folder = mkdtempSync(join(tmpdir(), "concord-unit-"));
    const path = join(folder, "concord.service");
    writeFileSync(path, UNIT.replaceAll("/opt/concord/node_modules/.bin/node", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", path], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect([status, stderr.split("\n").filter((line) => line.includes("concord.service"))]).toEqual([0, []]);
  });

  test("the container runs as an account without rights, and what it copies is in the repository", () => {
    const file = read("deploy/Containerfile");
    expect(file.indexOf("USER node")).toBeGreaterThan(file.lastIndexOf("RUN "));
    for (const path of ["deploy/ask-health.mjs", "packages/server/src/main.ts"]) {
      expect(file).toContain(path);
      expect(read(path).length).toBeGreaterThan(0);
    }
    expect(JSON.parse(read("package.json"))).toHaveProperty("scripts.build");
  });
});
