import type {
  AccessGiven,
  AccessLog,
  AccessReasons,
  Person,
  PersonFound,
  Practice,
  PracticeLog,
} from "@concord/exchange/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "../http/served-practice.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { personId } from "../store/queries/person-id.ts";

let served: ServedPractice;
let [p1, p2] = ["", ""];
const WORKER = ["project-worker"] as const;
const code = async (method: "GET" | "POST" | "PUT", url: string, body?: object) => {
  const { status, body: answer } = await served.call<{ readonly code?: string } | undefined>(method, url, body);
  return [status, answer?.code];
};
const log = (url: string, query = "") => served.get<AccessLog>(`${url}/access-log${query}`);

beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
  [p1, p2] = [await served.of("P1"), await served.of("P2")];
  await served.call("POST", `${p1}/referrals`, { reason: "A review" });
}, 60_000);
afterAll(() => served.remove());

test("a project worker sees whom they were referred; anyone else asks for a reason, which opens their page", async () => {
  await served.signInAs(WORKER);
  expect(await code("GET", p1)).toEqual([200, undefined]);
  for (const of of ["", "/working", "/issues"]) expect(await code("GET", `${p2}${of}`)).toEqual([403, "reason-needed"]);
  expect(await code("POST", `${p2}/referrals`, { reason: "x" })).toEqual([403, "reason-needed"]);
  expect(await code("GET", "/api/people/00000000-0000-4000-8000-000000000000")).toEqual([404, "person-not-known"]);
  expect(await code("POST", `${p2}/access-reasons`, { reason: " " })).toEqual([400, "request-not-valid"]);
  const before = Date.now();
  const { status, body } = await served.call<AccessGiven>("POST", `${p2}/access-reasons`, { reason: "They rang me" });
  expect(status).toBe(201);
  expect(Math.round((Date.parse(body.until) - before) / 360_000) / 10).toBe(8);
  expect((await served.get<Person>(p2)).person).toBe("P2");
  const { key } = await served.ask<PersonFound>("/api/people/find", { reference: "P3" });
  expect(await code("GET", `/api/people/${key}`)).toEqual([403, "reason-needed"]);
});

test("a reason lets nobody else look, nor anyone who may not ask", async () => {
  await served.signInAs(["project-worker", "evaluator"]);
  expect(await code("GET", p2)).toEqual([403, "reason-needed"]);
  for (const role of ["manager", "adviser", "administrator"] as const) {
    await served.signInAs([role]);
    expect(await code("POST", `${p2}/access-reasons`, { reason: "x" })).toEqual([403, "not-allowed"]);
    expect(await code("GET", p2)).toEqual(role === "adviser" ? [404, "person-not-known"] : [403, "not-allowed"]);
  }
});

test("the manager sees who looked beyond their list and why, and marks it as reviewed, once", async () => {
  await served.signInAs(["manager"]);
  expect((await served.get<Practice>("/api/practice")).unreviewedAccess).toBe(1);
  const { reasons, unreviewed } = await served.get<AccessReasons>("/api/access-reasons");
  expect(unreviewed).toBe(1);
  expect(reasons).toMatchObject([
    { person: "P2", account: { name: "The project-worker" }, reason: "They rang me", reviewed: null },
  ]);
  const mark = `/api/access-reasons/${reasons[0]!.id}/review`;
  expect((await served.call("PUT", mark)).status).toBe(204);
  const [first] = (await served.get<AccessReasons>("/api/access-reasons")).reasons;
  expect(first!.reviewed).toMatchObject({ by: "The manager" });
  expect((await served.call("PUT", mark)).status).toBe(204);
  expect((await served.get<AccessReasons>("/api/access-reasons?only=unreviewed")).reasons).toEqual([]);
  expect((await served.get<AccessReasons>("/api/access-reasons")).reasons[0]).toEqual(first);
  expect(await code("PUT", "/api/access-reasons/999/review")).toEqual([404, "reason-not-known"]);
  await served.signInAs(["prescriber"]);
  expect((await served.get<Practice>("/api/practice")).unreviewedAccess).toBeNull();
  expect(await code("GET", "/api/access-reasons")).toEqual([403, "not-allowed"]);
});

test("who has seen a person: who, as what, for what, when and why, the latest first", async () => {
  await served.signInAs(["prescriber"]);
  const { entries, accounts, total } = await log(p2);
  expect(total).toBe(entries.length);
  const seen = entries.map(({ action, outcome, kind }) => [action, outcome, kind]);
  expect(seen.slice(-7)).toEqual([
    ["person.read", "done", "read"],
    ["access.ask", "done", "changed"],
    ["referral.change", "refused", "refused"],
    ["person.read", "refused", "refused"],
    ["person.read", "refused", "refused"],
    ["person.read", "refused", "refused"],
    ["person.find", "done", "read"],
  ]);
  expect(seen).toContainEqual(["access.mark", "done", "changed"]);
  expect(entries.find(({ action }) => action === "access.ask")).toMatchObject({
    who: "The project-worker",
    roles: ["project-worker"],
    purpose: "direct-care",
    why: "They rang me",
    fromWhere: "127.0.0.1",
    peopleCount: 1,
    everybody: false,
  });
  const worker = accounts.find(({ name }) => name === "The project-worker")!;
  expect((await log(p2, `?account=${worker.id}&kind=changed`)).entries.map(({ action }) => action)).toEqual([
    "access.ask",
  ]);
  expect((await log(p2, "?kind=refused")).entries.every(({ outcome }) => outcome === "refused")).toBe(true);
  const second = await log(p2, "?page=2&size=3");
  // Asking for the log is an entry of its own.
  expect(second.total).toBeGreaterThan(total);
  expect(second.entries).toHaveLength(3);
  expect(JSON.stringify(entries)).not.toContain("P2");
});

test("what was done with everybody's records stands in everyone's log", async () => {
  await served.signInAs(["manager"]);
  await served.call("GET", "/api/export");
  const { entries } = await log(p1, "?kind=taken-out");
  expect(entries).toMatchObject([{ action: "records.export", everybody: true }]);
});

test("a patient sees who saw them, and nothing of anyone else's", async () => {
  const { store, practiceId } = served;
  const id = (await inPractice(store.db, practiceId, (trx) => personId(trx, p1.split("/").at(-1)!)))!;
  await served.signInAs(["patient"], id);
  const own = await served.get<AccessLog>("/api/own-log");
  expect(own.entries.length).toBeGreaterThan(3);
  expect(own.entries.some(({ everybody }) => everybody)).toBe(true);
  expect(own.entries.every(({ everybody, action }) => everybody || action !== "access.ask")).toBe(true);
  for (const url of [`${p1}/access-log`, "/api/audit-log", "/api/audit-log/entries", p1])
    expect(await code("GET", url), url).toEqual([403, "not-allowed"]);
});

test("the practice's log names people to a manager, and to an administrator that they are so many", async () => {
  await served.signInAs(["manager"]);
  const asked = "/api/audit-log?action=access.ask&kind=changed";
  expect((await served.get<PracticeLog>(asked)).entries).toMatchObject([
    { people: [{ person: "P2", key: p2.split("/").at(-1) }], peopleCount: 1 },
  ]);
  await served.signInAs(["administrator"]);
  const { entries, accounts, actions } = await served.get<PracticeLog>(asked);
  expect(entries).toMatchObject([{ people: [], peopleCount: 1 }]);
  expect(accounts.map(({ name }) => name)).toContain("The project-worker");
  expect(actions).toContain("access.ask");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect((await served.get<PracticeLog>(`/api/audit-log?from=${tomorrow}`)).total).toBe(0);
  expect((await served.get<PracticeLog>(`/api/audit-log?to=${tomorrow}&kind=refused`)).total).toBeGreaterThan(3);
  for (const role of ["prescriber", "pharmacist", "evaluator"] as const) {
    await served.signInAs([role]);
    expect(await code("GET", asked)).toEqual([403, "not-allowed"]);
  }
  await served.signInAs(STAFF);
});
