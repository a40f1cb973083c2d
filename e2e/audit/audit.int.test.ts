import { appendFileSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { LogProof } from "@concord/exchange/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { concord } from "../../packages/cli/src/calling/concord.fixture.ts";
import { anchorFile, keepAnchors } from "../../packages/server/src/audit/audit-anchors.ts";
import { servePractice, type ServedPractice } from "../../packages/server/src/http/served-practice.fixture.ts";
import { showKey } from "../../packages/server/src/start/service-keys.ts";
import { openClient } from "../../packages/server/src/store/connect.ts";

let served: ServedPractice;
let url = "";
let hideKey: () => Promise<void>;

beforeAll(async () => {
  served = await servePractice();
  const { service, store } = served;
  url = await service.listen({ host: "127.0.0.1", port: 0 });
  hideKey = showKey(url, "key", store.dataFolder);
}, 60_000);
afterAll(async () => {
  await hideKey();
  await served.remove();
});

const writeEndDown = async (): Promise<void> => {
  const { store, practiceId } = served;
  const end = await keepAnchors({ db: store.db, practiceId, dataFolder: store.dataFolder }, () => {});
  await end();
};
const verify = (...words: readonly string[]) => concord(["audit", "verify", "--url", url, ...words]);
const proof = async (...words: readonly string[]) => {
  const { code, out } = await verify("--json", ...words);
  return { code, ...(JSON.parse(out) as LogProof) };
};
const tamper = async (...statements: readonly string[]): Promise<void> => {
  const client = await openClient(served.store.admin);
  await client.query("set session_replication_role = replica");
  for (const statement of statements) await client.query(statement);
  await client.end();
};

test("a log is whole, and compared with what was written down by the service and by a person", async () => {
  for (let at = 0; at < 5; at++) await served.get("/api/imports");
  await writeEndDown();
  const { code, out, err } = await verify();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^The log is whole: \d+ entries, the last of 20/);
  const [, since] = /--since (\d+:[0-9a-f]{64})\n$/.exec(out)!;
  expect(await proof("--since", since!)).toMatchObject({ code: 0, whole: true, compared: 2, breaks: [] });
  const [number, hash] = since!.split(":") as [string, string];
  expect(await proof("--since", `${number}:${hash.replace(/^./, (it) => (it === "0" ? "1" : "0"))}`)).toMatchObject({
    code: 1,
    breaks: [{ what: "not-as-written-down", entry: Number(number) }],
  });
});

test("an end that was cut off is found by what stands beside the database, whatever the database says", async () => {
  await writeEndDown();
  const { number } = (await proof()).head!;
  await tamper(
    `create table concord.kept as select * from concord.audit_log where number > ${number - 4}`,
    `delete from concord.audit_log where number > ${number - 4}`,
    `update concord.audit_head h set number = l.number, hash = l.hash from concord.audit_log l where l.number = ${number - 4}`,
  );
  // The asking itself is an entry: the numbers go on from where they were set back to.
  const { code, out } = await verify();
  expect(code).toBe(1);
  expect(out).toContain(
    `The log is not whole.\n  The end was cut off: entries ${number - 2} to ${number - 1} were there once`,
  );
  await tamper(
    `delete from concord.audit_log where number > ${number - 4}`,
    "insert into concord.audit_log select * from concord.kept",
    "drop table concord.kept",
    `update concord.audit_head h set number = l.number, hash = l.hash from concord.audit_log l
       where l.number = (select max(number) from concord.audit_log)`,
  );
  expect((await verify()).code).toBe(0);
});

test("a changed entry is named with what was found, by the command and by the service", async () => {
  await tamper("update concord.audit_log set who = 'Nobody' where number = 3");
  const { code, out } = await verify();
  expect(code).toBe(1);
  expect(out).toMatch(/Entry 3 was changed: its hash is [0-9a-f]{16}…, and that of what it says is [0-9a-f]{16}…\./);
  expect((await served.get<LogProof>("/api/audit-log/proof")).breaks[0]).toMatchObject({ what: "changed", entry: 3 });
  await tamper("update concord.audit_log set who = 'Staff' where number = 3");
  expect((await proof()).whole).toBe(true);
});

test("a log of which nothing is written down any more is not called whole", async () => {
  const path = anchorFile(served.store.dataFolder);
  renameSync(path, `${path}.away`);
  const { code, out } = await verify();
  expect(code).toBe(1);
  expect(out).toContain("Nothing of this log is written down in ");
  appendFileSync(path, readFileSync(`${path}.away`));
  rmSync(`${path}.away`);
});

test("a wrong call ends with 2, a service that cannot be asked with 3", async () => {
  expect((await concord(["audit"])).code).toBe(2);
  expect((await concord(["audit", "look"])).code).toBe(2);
  expect((await verify("--since", "12")).code).toBe(2);
  expect((await concord(["audit", "verify", "--url", "ftp://x"])).code).toBe(2);
  const nobody = await concord(["audit", "verify", "--url", "http://127.0.0.1:9"]);
  expect(nobody).toMatchObject({ code: 3, out: "" });
  expect(nobody.err).toContain("No service answers");
});

test("a log that does not come to its end proves nothing", async () => {
  const half = createServer((_, answer) => void answer.end('{"half":'));
  half.listen(0, "127.0.0.1");
  await once(half, "listening");
  const { port } = half.address() as AddressInfo;
  const { code, err } = await concord(["audit", "verify", "--url", `http://127.0.0.1:${port}`]);
  half.close();
  expect(code).toBe(3);
  expect(err).toContain("did not come whole");
});
