import type { Safety } from "@concord/exchange/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inPractice } from "../store/in-practice.ts";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "../http/served-practice.fixture.ts";

const ACCEPTS = { officer: "Dr A Officer", registration: "GMC 0000000", accepts: true };
const DOSES = ["/api/register", "/api/register/facets", "/api/practice-view"];

let live: ServedPractice;
let synthetic: ServedPractice;
beforeAll(async () => {
  live = await servePractice(undefined, false);
  await live.take("known.csv", KNOWN_EXTRACT);
  synthetic = await servePractice();
  await synthetic.take("known.csv", KNOWN_EXTRACT);
}, 60_000);
afterAll(async () => {
  await live.remove();
  await synthetic.remove();
});

const accept = (body: object = ACCEPTS) =>
  live.call<Safety>("POST", "/api/safety/acceptances", JSON.stringify(body), { "content-type": "application/json" });

test("live records show no dose until the acceptance is recorded, and none again when it is withdrawn", async () => {
  for (const url of DOSES)
    expect((await live.call("GET", url)).body, url).toMatchObject({ status: 403, code: "dose-support-off" });
  expect((await live.get<Safety>("/api/safety")).support).toMatchObject({ state: "off", changed: [] });

  const made = await accept();
  expect(made.status).toBe(201);
  expect(made.body.support.state).toBe("on");
  expect(made.body.acceptances).toMatchObject([{ officer: ACCEPTS.officer, registration: ACCEPTS.registration }]);
  for (const url of DOSES) expect((await live.call("GET", url)).status, url).toBe(200);

  const withdrawn = await live.call<Safety>("DELETE", "/api/safety/acceptances");
  expect(withdrawn.body.support.state).toBe("off");
  expect((await live.call("GET", "/api/register")).body).toMatchObject({ code: "dose-support-off" });
});

test("an acceptance names who, with which number, and says that they accept", async () => {
  for (const body of [
    { ...ACCEPTS, officer: " " },
    { ...ACCEPTS, registration: "" },
    { ...ACCEPTS, accepts: false },
  ])
    expect((await accept(body)).status).toBe(400);
});

test("an acceptance of something else than what runs now does not count", async () => {
  await accept();
  await inPractice(live.store.db, live.practiceId, (trx) =>
    trx.updateTable("safety_acceptance").set({ digest: "engine=0 table=0 thresholds=0" }).execute(),
  );
  live.identity.doseSupport.changed();
  expect((await live.call("GET", "/api/register")).body).toMatchObject({ code: "dose-support-off" });
  expect((await live.get<Safety>("/api/safety")).support).toMatchObject({
    state: "off",
    changed: ["engine", "table", "thresholds"],
  });
});

test("who may not accept cannot; what needs no dose goes on", async () => {
  await live.signInAs(["prescriber"]);
  expect((await accept()).body).toMatchObject({ code: "not-allowed" });
  expect((await live.call("GET", "/api/unread-directions")).status).toBe(200);
  expect((await live.call("GET", "/api/imports")).status).toBe(200);
  await live.signInAs(STAFF);
});

test("the synthetic practice always shows doses, and its hazard log", async () => {
  const found = await synthetic.get<Safety>("/api/safety");
  expect(found.support.state).toBe("synthetic");
  expect(found.hazards.length).toBeGreaterThanOrEqual(24);
  expect((await synthetic.call("GET", "/api/register")).status).toBe(200);
});
