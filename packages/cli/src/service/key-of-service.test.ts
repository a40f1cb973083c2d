import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serviceHere } from "./key-of-service.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-keys-"));
writeFileSync(join(folder, "4100.key"), "here\nhttp://127.0.0.1:4100\n/var/concord data\n");
writeFileSync(join(folder, "8443.key"), "named\nhttps://concord.example\n");
writeFileSync(join(folder, "443.key"), "usual\nhttps://127.0.0.1\n");
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["http://127.0.0.1:4100/api/backup", "here"],
  ["http://localhost:4100/", "here"],
  ["http://[::1]:4100/", "here"],
  ["https://127.0.0.1/", "usual"],
  ["https://concord.example/api/backup", "named"],
  ["https://concord.example:443/", "named"],
])("%s is shown the key of its service", (url, key) => {
  expect(serviceHere(new URL(url), folder)?.key).toBe(key);
});

test.each([
  "http://evil.example:4100/",
  "http://concord.example/",
  "https://concord.example:8443/",
  "https://concord.example.evil/",
  "http://127.0.0.1:4101/",
  "http://127.0.0.2:4100/",
])("%s is shown none", (url) => {
  expect(serviceHere(new URL(url), folder)).toBeNull();
});

test("nor is anybody where no service runs", () => {
  expect(serviceHere(new URL("http://127.0.0.1:4100/"), join(folder, "none"))).toBeNull();
});

test("where its data is stands beside its key", () => {
  expect(serviceHere(new URL("http://127.0.0.1:4100/"), folder)?.dataFolder).toBe("/var/concord data");
});
