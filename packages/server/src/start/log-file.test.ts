import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLogFile } from "./log-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-log-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("lines are added to what stands there", async () => {
  const path = join(folder, "plain.log");
  for (const line of ["one\n", "two\n"]) {
    const log = openLogFile(path);
    log.write(line);
    await log.close();
  }
  expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
});

test.runIf(existsSync("/dev/full"))("a full disk ends nothing: lines are left out", async () => {
  const log = openLogFile("/dev/full", 0);
  for (let line = 0; line < 5; line++) {
    expect(() => log.write("x\n")).not.toThrow();
    await pause(20);
  }
  await log.close();
});

test("once it can be written again it says how many lines are missing", async () => {
  const later = join(folder, "not-there-yet");
  const path = join(later, "service.log");
  const log = openLogFile(path, 10);
  log.write("lost\n");
  await pause(50);
  log.write("lost too\n");
  await pause(50);
  const { mkdirSync } = await import("node:fs");
  mkdirSync(later);
  log.write("kept\n");
  await log.close();
  const lines = readFileSync(path, "utf8").trim().split("\n");
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 40, msg: expect.stringMatching(/^[12] lines could not be/) });
  expect(lines[1]).toBe("kept");
});
