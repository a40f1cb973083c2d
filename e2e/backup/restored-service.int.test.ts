import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { concord, folder } from "../../packages/cli/src/calling/concord.fixture.ts";
import { KNOWN_EXTRACT } from "../../packages/server/src/http/served-practice.fixture.ts";
import { temporaryFolder } from "../../packages/server/src/store/engines.fixture.ts";
import { untilIdle } from "../durability/checks.ts";
import { databaseProcesses } from "../durability/processes.ts";
import { startService, type RunningService } from "../durability/running-service.ts";

const here = folder();
const started: { readonly service: RunningService; readonly data: ReturnType<typeof temporaryFolder> }[] = [];
afterAll(async () => {
  for (const { service, data } of started) {
    await service.stop();
    if (databaseProcesses(data.path).length > 0) throw new Error(`The database in ${data.path} is left over.`);
    data.remove();
  }
  here.remove();
}, 60_000);

const start = async (): Promise<RunningService> => {
  const data = temporaryFolder();
  const service = (await startService({ dataFolder: data.path, port: 0 }))!;
  started.push({ service, data });
  return service;
};

const untilRestored = async (service: RunningService): Promise<void> => {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    const answer = await service.ask("GET", "/api/register").catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error("The service does not show the restored records.");
};

test("an empty service shows the restored register at the same address, and goes on taking writes", async () => {
  const [full, empty] = [await start(), await start()];
  const form = new FormData();
  form.set("file", new Blob([KNOWN_EXTRACT]), "extract.csv");
  expect((await full.ask("POST", "/api/imports", form)).status).toBe(202);
  await untilIdle(full);
  const file = join(here.path, "day.backup");
  expect((await concord(["backup", file, "--url", full.url])).code).toBe(0);
  const restore = await concord(["restore", file, "--url", empty.url]);
  expect(restore).toMatchObject({ code: 0 });
  await untilRestored(empty);
  const [of, as] = [await full.ask("GET", "/api/register"), await empty.ask("GET", "/api/register")];
  expect(of.body.total).toBeGreaterThan(0);
  expect(as.body).toEqual(of.body);
  const referral = { reason: "asked for it", selfReferral: true };
  // As the restored register says, so the full one: links that were kept go on to lead to the same people.
  const { key } = (await full.ask("POST", "/api/people/find", { reference: "P1" })).body;
  expect((await empty.ask("POST", `/api/people/${String(key)}/referrals`, referral)).status).toBe(201);
  expect((await full.ask("GET", "/api/referrals")).body.referrals).toEqual([]);
  expect((await concord(["restore", file, "--url", empty.url])).err).toContain("The installation is not empty");
}, 90_000);
