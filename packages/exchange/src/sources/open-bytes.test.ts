import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { checkBackup } from "../backup/read-backup.ts";
import { Damage, openStretch, unpacksTooFar, wholeFile } from "./open-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-bytes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MEGABYTE = 1 << 20;

it.each([
  [1, 200 * MEGABYTE, false],
  [MEGABYTE, 300 * MEGABYTE, true],
  [2 * MEGABYTE, 300 * MEGABYTE, false],
  [1024 * MEGABYTE, 100 * 1024 * MEGABYTE, false],
])("%d bytes that unpack to %d are too much of it: %s", (packed, unpacked, tooFar) => {
  expect(unpacksTooFar(packed, unpacked)).toBe(tooFar);
});

it("a small file that unpacks to a very large one is given up, as records and as a backup", async () => {
  const path = join(folder, "bomb.gz");
  writeFileSync(path, gzipSync(Buffer.alloc(300 * MEGABYTE, "\n"), { level: 9 }));
  let length = 0;
  const read = async () => {
    for await (const chunk of openStretch(wholeFile(path))) length += chunk.length;
  };
  await expect(read()).rejects.toThrow(Damage);
  expect(length).toBeLessThanOrEqual(257 * MEGABYTE);
  await expect(checkBackup(path)).rejects.toThrow("no backup");
});
