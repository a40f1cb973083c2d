import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { zipStream, type ZipFile } from "./zip-stream.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zipped = async (files: readonly ZipFile[]): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of zipStream(files)) parts.push(part);
  return Buffer.concat(parts);
};

/** Python's reader is of another hand: it checks sizes and sums of every file. */
const readByAnother = (bytes: Buffer): Record<string, string> => {
  const path = join(folder, "some.zip");
  writeFileSync(path, bytes);
  const script =
    "import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n" +
    "print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))";
  return JSON.parse(execFileSync("python3", ["-c", script, path], { encoding: "utf8", maxBuffer: 1e8 })) as Record<
    string,
    string
  >;
};

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasPython)("an archive is read back whole by another program", async () => {
  const long = Array.from({ length: 20_000 }, (_, i) => `line ${i} — é\n`);
  const bytes = await zipped([
    { name: "a.txt", content: ["one", "two"] },
    { name: "empty.txt", content: [] },
    { name: "names/é.ndjson", content: long },
  ]);
  expect(readByAnother(bytes)).toEqual({ "a.txt": "onetwo", "empty.txt": "", "names/é.ndjson": long.join("") });
});

test("an archive of the same files is the same bytes, and starts and ends as the format says", async () => {
  const files = [{ name: "a", content: ["x".repeat(10_000)] }];
  const bytes = await zipped(files);
  expect(bytes.equals(await zipped(files))).toBe(true);
  expect(bytes.readUInt32LE(0)).toBe(0x04034b50);
  expect(bytes.readUInt32LE(bytes.length - 22)).toBe(0x06054b50);
  expect(bytes.length).toBeLessThan(500);
});

test("what fails while it is read fails the archive: none is cut short in silence", async () => {
  const content = (async function* () {
    yield "some";
    throw new Error("gone");
  })();
  await expect(zipped([{ name: "a", content }])).rejects.toThrow("gone");
});
