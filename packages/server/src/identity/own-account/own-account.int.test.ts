import type { OwnAccountPage } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import { PASSWORD, serveIdentity, shownCode, takeUp, type Browser, type IdentityService } from "../identity.fixture.ts";

let at: IdentityService;
let here: Browser;
let secret: string;
const ANOTHER = "another long password";
let password = PASSWORD;

beforeAll(async () => {
  at = await serveIdentity();
  here = at.browser();
  secret = await takeUp(here, (await at.newcomer("own")).code);
});
afterAll(() => at.remove());

const inService = <T>(work: Parameters<typeof inPractice<T>>[2]) => inPractice(at.store.db, at.practiceId, work);
beforeEach(() => inService((trx) => sql`delete from sign_in_delay`.execute(trx)));

const signIn = async (browser: Browser, given = password) => {
  await inService((trx) => sql`update totp_credential set last_step = 0`.execute(trx));
  return browser.post("/api/sign-in/password", { login: "own", password: given, code: await shownCode(secret) });
};
const page = async (browser = here): Promise<OwnAccountPage> =>
  (await browser.get<OwnAccountPage>("/api/own-account")).body;
/** As if the session had been started so long ago. */
const startedAgo = async (browser: Browser, minutes: number): Promise<void> => {
  const session = await at.parts.sessions.of(browser.cookies.get("concord_session")!);
  (session as { startedAt: number }).startedAt = Date.now() - minutes * 60_000;
};
const change = (current: string, next: string, browser = here) =>
  browser.post("/api/own-account/password", { current, password: next });

describe("one's own account", () => {
  test("shows what it signs in with and where it is signed in, and no secret", async () => {
    const there = at.browser("192.0.2.9");
    await signIn(there);
    const own = await page();
    expect(own).toMatchObject({
      account: { login: "own", name: "The own", roles: ["prescriber"] },
      hasPassword: true,
      hasTotp: true,
      passkeys: [],
      identities: [],
    });
    expect(own.sessions.map((it) => [it.fromWhere, it.device, it.here]).toSorted()).toEqual([
      ["127.0.0.1", "a test", true],
      ["192.0.2.9", "a test", false],
    ]);
    expect(JSON.stringify(own)).not.toContain(secret);
    for (const browser of [here, there])
      expect(JSON.stringify(own)).not.toContain(browser.cookies.get("concord_session"));
  });

  test("is signed out elsewhere by itself, and of nobody else's sessions", async () => {
    const there = at.browser("192.0.2.9");
    await signIn(there);
    const other = at.browser();
    await takeUp(other, (await at.newcomer("other")).code);
    const { id } = (await page()).sessions.find((it) => !it.here)!;
    const theirs = (await page(other)).sessions[0]!.id;
    const end = (which: string) => here.ask("DELETE", `/api/own-account/sessions/${which}`);
    for (const { id: each } of (await page()).sessions.filter((it) => !it.here && it.id !== id)) await end(each);
    expect((await end(id)).status).toBe(204);
    expect((await there.get("/api/session")).status).toBe(401);
    for (const which of [id, theirs, "nothing"])
      expect((await end(which)).body).toMatchObject({ code: "session-not-known" });
    expect((await other.get("/api/session")).status).toBe(200);
    expect((await here.get("/api/session")).status).toBe(200);
  });

  test("signs out everywhere, here too", async () => {
    const browsers = [at.browser(), at.browser()];
    for (const browser of browsers) await signIn(browser);
    expect((await browsers[0]!.ask("DELETE", "/api/sessions")).status).toBe(204);
    for (const browser of [...browsers, here]) expect((await browser.get("/api/session")).status).toBe(401);
    await signIn(here);
    expect(
      (await at.entries()).some(({ action, about }) => action === "session.end" && about["everywhere"] === true),
    ).toBe(true);
  });
});

describe("one's own password", () => {
  test("is changed by whoever knows it and has just signed in; everywhere else it signs out", async () => {
    const there = at.browser();
    await signIn(there);
    await startedAgo(here, 10);
    expect((await change(PASSWORD, ANOTHER)).body).toMatchObject({ status: 403, code: "sign-in-again" });
    await startedAgo(here, 9);
    expect((await change("not the password", ANOTHER)).body).toMatchObject({ status: 422, code: "password-not-right" });
    expect((await change(PASSWORD, "short")).status).toBe(400);
    expect((await change(PASSWORD, ANOTHER)).status).toBe(204);
    password = ANOTHER;
    expect((await here.get("/api/session")).status).toBe(200);
    expect((await there.get("/api/session")).status).toBe(401);
    expect((await signIn(at.browser(), PASSWORD)).status).toBe(401);
    expect((await signIn(at.browser(), ANOTHER)).status).toBe(204);
    const said = (await at.entries()).map(({ action, outcome, about }) => [action, outcome, about]);
    expect(said).toContainEqual(["session.refused", "refused", { by: "own-password" }]);
    expect(said).toContainEqual(["own-account.change", "done", { change: "password" }]);
    for (const each of [PASSWORD, ANOTHER]) expect(JSON.stringify([said, at.log])).not.toContain(each);
  });

  test("is guessed no faster from inside than from outside", async () => {
    await signIn(here);
    for (let tries = 0; tries < 5; tries++) expect((await change("not the password", ANOTHER)).status).toBe(422);
    expect((await change(password, PASSWORD)).body).toMatchObject({ status: 429, code: "wait-before-next-try" });
  });

  test("of a demonstration account stays as it is printed", async () => {
    await at.store.db.updateTable("practice").set({ synthetic: true }).where("id", "=", at.practiceId).execute();
    const browser = at.browser();
    const { id, code } = await at.newcomer("shown");
    await takeUp(browser, code);
    await inService((trx) => sql`update account set demonstration = true where id = ${id}`.execute(trx));
    at.parts.sessions.forget(id);
    expect((await change(PASSWORD, ANOTHER, browser)).body).toMatchObject({ code: "demonstration-account" });
  });
});
