import { once } from "node:events";
import { createServer } from "node:net";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { concord, folder } from "../../packages/cli/src/calling/concord.fixture.ts";
import { digestsOf } from "../../packages/server/src/backup/messy-records.fixture.ts";
import { createAuditWriter } from "../../packages/server/src/audit/audit-writer.ts";
import { createSessions } from "../../packages/server/src/identity/sessions.ts";
import { SESSION_LIMITS } from "../../packages/server/src/identity/session-limits.ts";
import { createDoseSupport } from "../../packages/server/src/safety/dose-support.ts";
import { doseSupportVersion } from "../../packages/server/src/safety/dose-support-version.ts";
import { showKey } from "../../packages/server/src/start/service-keys.ts";
import { buildServer } from "../../packages/server/src/http/build-server.ts";
import { KNOWN_EXTRACT } from "../../packages/server/src/http/served-practice.fixture.ts";
import { createImportQueue } from "../../packages/server/src/imports/import-queue.ts";
import { countChanges } from "../../packages/server/src/register/remembered.ts";
import { createRegisterBuilder } from "../../packages/server/src/register/build-register.ts";
import { openClient } from "../../packages/server/src/store/connect.ts";
import { newPractice, openTestStore } from "../../packages/server/src/store/engines.fixture.ts";
import { parseDay } from "@concord/core";
import { Readable } from "node:stream";

/** A service of its own that listens, with a practice that has a name and nothing else. */
const listen = async () => {
  const store = await openTestStore();
  const practiceId = await newPractice(store);
  const { db, dataFolder, owner } = store;
  const register = createRegisterBuilder({ db, practiceId });
  const imports = createImportQueue({
    db,
    practiceId,
    dataFolder,
    register,
    latestDay: () => parseDay("2026-12-31")!,
  });
  let restored = 0;
  const service = await buildServer({
    db,
    practiceId,
    imports,
    register,
    webFolder: null,
    version: "0.1.0-test",
    changes: countChanges(),
    doseSupport: createDoseSupport({ db, practiceId, synthetic: true, version: doseSupportVersion("0", "uk") }),
    sessions: createSessions({ db, practiceId }, SESSION_LIMITS),
    audit: createAuditWriter({ db, practiceId }),
    deviceSecret: "device",
    commandLineKey: "key",
    publicUrl: null,
    backup: { owner, dataFolder, afterRestore: () => void restored++ },
  });
  const url = await service.listen({ host: "127.0.0.1", port: 0 });
  const hideKey = showKey(url, "key", dataFolder);
  const digests = async () => {
    const client = await openClient(store.admin);
    const found = await digestsOf(client);
    await client.end();
    return found;
  };
  const close = async () => {
    await imports.close();
    await hideKey();
    await service.close();
    await store.remove();
  };
  return { url, store, imports, digests, close, restored: () => restored };
};
type Listening = Awaited<ReturnType<typeof listen>>;

const here = folder();
const FILE = join(here.path, "day.backup");
let full: Listening;
let empty: Listening;
beforeAll(async () => {
  [full, empty] = [await listen(), await listen()];
  await full.imports.accept("extract.csv", Readable.from([Buffer.from(KNOWN_EXTRACT)]));
  await full.imports.idle();
}, 60_000);
afterAll(async () => {
  await full.close();
  await empty.close();
  here.remove();
});

test("the records of a running service go into a file and from there into an empty service, table by table the same", async () => {
  const backup = await concord(["backup", FILE, "--url", full.url]);
  expect(backup).toMatchObject({ code: 0, out: "" });
  expect(backup.err).toContain("rows of 24 tables, read back and whole");
  expect(statSync(FILE).mode & 0o777).toBe(0o600);
  const restore = await concord(["restore", FILE, "--url", empty.url]);
  expect(restore.err).toContain("each compared with the backup");
  expect(restore.code).toBe(0);
  const [before, after] = [await full.digests(), await empty.digests()];
  expect(after).toEqual(before);
  expect(before["issue"]?.startsWith("0 ")).toBe(false);
  expect(empty.restored()).toBe(1);
});

test("a service that has records is refused, with what to do, and stays as it is", async () => {
  const before = await full.digests();
  const { code, err } = await concord(["restore", FILE, "--url", full.url]);
  expect(code).toBe(2);
  expect(err).toContain("The installation is not empty");
  expect(err).toContain("Start the service with an empty data folder");
  expect(await full.digests()).toEqual(before);
});

test("a damaged file is refused with where it is damaged, by the command and by the service", async () => {
  const broken = here.write("broken.backup", readFileSync(FILE).subarray(0, -40));
  const { code, err } = await concord(["restore", broken, "--url", empty.url]);
  expect(code).toBe(3);
  expect(err).toMatch(/ends in the middle, after line \d+/);
  const answer = await fetch(`${empty.url}/api/restore`, {
    method: "POST",
    headers: { "content-type": "application/gzip", authorization: "Bearer key" },
    body: readFileSync(broken),
  });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "backup-not-usable" });
  expect(readdirSync(join(empty.store.dataFolder, "uploads"))).toEqual([]);
});

test("what is sent as something else than a backup is refused", async () => {
  const answer = await fetch(`${empty.url}/api/restore`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer key" },
    body: "{}",
  });
  expect(answer.status).toBe(415);
});

test("no service there: it is said, and nothing is written", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const path = join(here.path, "none.backup");
  const { code, err } = await concord(["backup", path, "--url", `http://127.0.0.1:${port}`]);
  expect(code).toBe(2);
  expect(err).toContain("No service answers");
  expect(existsSync(path)).toBe(false);
});

test("a service that ends in the middle leaves no half of a backup", async () => {
  const stub = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(
        "HTTP/1.1 200 OK\r\ncontent-type: application/gzip\r\ntransfer-encoding: chunked\r\n\r\na\r\n0123456789\r\n",
      );
      setTimeout(() => socket.destroy(), 50);
    });
  }).listen(0, "127.0.0.1");
  await once(stub, "listening");
  const path = here.write("kept.backup", "an earlier one");
  const { port } = stub.address() as AddressInfo;
  const { code } = await concord(["backup", path, "--url", `http://127.0.0.1:${port}`]);
  stub.close();
  expect(code).toBe(2);
  expect(readFileSync(path, "utf8")).toBe("an earlier one");
  expect(readdirSync(here.path).filter((name) => name.includes("part"))).toEqual([]);
});

test("a folder that is not there is said as such", async () => {
  const { code, err } = await concord(["backup", join(here.path, "no", "x.backup"), "--url", full.url]);
  expect(code).toBe(2);
  expect(err).toContain("cannot be written");
  writeFileSync(join(here.path, "text.backup"), "not a backup");
  expect((await concord(["restore", join(here.path, "text.backup")])).code).toBe(3);
});
