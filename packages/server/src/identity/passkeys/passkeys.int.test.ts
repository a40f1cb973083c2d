import type { OwnAccountPage } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import { serveIdentity, takeUp, type Browser, type IdentityService } from "../identity.fixture.ts";
import { SoftwareAuthenticator } from "./software-authenticator.fixture.ts";

let at: IdentityService;
beforeAll(async () => {
  at = await serveIdentity();
});
afterAll(() => at.remove());
const inService = <T>(work: Parameters<typeof inPractice<T>>[2]) => inPractice(at.store.db, at.practiceId, work);
beforeEach(() => inService((trx) => sql`delete from sign_in_delay`.execute(trx)));

interface Options {
  readonly options: Record<string, unknown> & { readonly challenge: string };
}

const optionsOf = async (browser: Browser, url: string, body: object = {}): Promise<Options["options"]> => {
  const answer = await browser.post<Options>(url, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.options;
};
const toSignIn = (browser: Browser) => optionsOf(browser, "/api/sign-in/passkey/options");
const give = (browser: Browser, response: object) => browser.post("/api/sign-in/passkey", { response });

/** An account that was taken up with a passkey. */
const withPasskey = async (login: string) => {
  const { id, code } = await at.newcomer(login);
  const browser = at.browser();
  const key = new SoftwareAuthenticator();
  const options = await optionsOf(browser, "/api/take-up/passkey/options", { code });
  const given = { code, passkeyName: "My telephone", response: key.make(options) };
  expect((await browser.post("/api/take-up/passkey", given)).status).toBe(204);
  return { id, browser, key };
};
const refused = { status: 401, code: "passkey-refused" };

describe("taking an account up with a passkey", () => {
  test("makes the first administrator, who signs in with it and nothing else", async () => {
    const browser = at.browser();
    const code = (await at.consoleCode())!;
    const key = new SoftwareAuthenticator();
    const who = { code, login: "ada", name: "Ada First" };
    expect((await browser.post("/api/take-up/passkey/options", { code })).body).toMatchObject({ status: 400 });
    const options = await optionsOf(browser, "/api/take-up/passkey/options", who);
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      user: { name: "ada", displayName: "Ada First" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const given = { ...who, passkeyName: "Key", response: key.make(options) };
    expect((await browser.post("/api/take-up/passkey", given)).status).toBe(204);
    expect((await browser.get("/api/session")).body).toMatchObject({ account: { login: "ada" } });
    const other = at.browser();
    expect((await give(other, key.use(await toSignIn(other)))).status).toBe(204);
    expect((await other.get("/api/session")).body).toMatchObject({ account: { login: "ada" }, signedInBy: "passkey" });
  });

  test.each([
    ["of a page elsewhere", { origin: "http://evil.example" }],
    ["of another port", { origin: "http://localhost:1" }],
    ["for another service", { rpId: "evil.example" }],
    ["without a gesture that shows who uses it", { verified: false }],
  ])("is refused where the passkey is %s", async (what, differently) => {
    const { code } = await at.newcomer(`wrong ${what}`);
    const browser = at.browser();
    const options = await optionsOf(browser, "/api/take-up/passkey/options", { code });
    const response = new SoftwareAuthenticator().make(options, differently);
    expect((await browser.post("/api/take-up/passkey", { code, passkeyName: "x", response })).body).toMatchObject({
      status: 422,
      code: "passkey-not-added",
    });
  });

  test("is refused where the passkey was asked for with another code", async () => {
    const [first, second] = [await at.newcomer("first"), await at.newcomer("second")];
    const browser = at.browser();
    const options = await optionsOf(browser, "/api/take-up/passkey/options", { code: first.code });
    const given = { code: second.code, passkeyName: "x", response: new SoftwareAuthenticator().make(options) };
    expect((await browser.post("/api/take-up/passkey", given)).body).toMatchObject({ code: "start-again" });
  });
});

describe("signing in by passkey", () => {
  let key: SoftwareAuthenticator;
  beforeAll(async () => {
    ({ key } = await withPasskey("keyed"));
  });

  test("needs no login, and is written down", async () => {
    const browser = at.browser();
    const options = await toSignIn(browser);
    expect(options["allowCredentials"] ?? []).toEqual([]);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect((await give(browser, key.use(options))).status).toBe(204);
    expect((await at.entries()).at(-1)).toMatchObject({ action: "session.start", about: { by: "passkey" } });
  });

  test("takes an answer once: neither again, nor from another browser, nor to another challenge", async () => {
    const [browser, other] = [at.browser(), at.browser()];
    const response = key.use(await toSignIn(browser));
    expect((await give(other, response)).body).toMatchObject({ status: 409, code: "start-again" });
    await toSignIn(other);
    expect((await give(other, response)).body).toMatchObject(refused);
    expect((await give(browser, response)).status).toBe(204);
    expect((await give(browser, response)).body).toMatchObject({ code: "start-again" });
  });

  test("refuses a count that does not go up, and goes on with one that does", async () => {
    const browser = at.browser();
    expect((await give(browser, key.use(await toSignIn(browser)))).status).toBe(204);
    const at1 = key.counter;
    for (const counter of [at1, at1 - 1, 0])
      expect((await give(browser, key.use(await toSignIn(browser), { counter }))).body, String(counter)).toMatchObject(
        refused,
      );
    expect((await at.entries()).at(-1)).toMatchObject({ action: "session.refused", who: "The keyed" });
    expect((await give(browser, key.use(await toSignIn(browser)))).status).toBe(204);
  });

  test.each([
    ["a page elsewhere", { origin: "http://evil.example" }],
    ["a page under a number", { origin: "http://127.0.0.1:8080" }],
    ["another service", { rpId: "evil.example" }],
    ["nobody who showed who they are", { verified: false }],
  ])("refuses an answer of %s", async (_, differently) => {
    const browser = at.browser();
    expect((await give(browser, key.use(await toSignIn(browser), differently))).body).toMatchObject(refused);
    expect((await browser.get("/api/session")).status).toBe(401);
  });

  test("refuses a passkey that nobody has, and one whose signature is another's", async () => {
    const browser = at.browser();
    const stranger = new SoftwareAuthenticator();
    expect((await give(browser, stranger.use(await toSignIn(browser)))).body).toMatchObject(refused);
    const forged = { ...stranger.use(await toSignIn(browser)), id: key.id, rawId: key.id };
    expect((await give(browser, forged)).body).toMatchObject(refused);
  });

  test("refuses whose account is closed, or who was given a new code", async () => {
    const closed = await withPasskey("leaver");
    await inService((trx) => sql`update account set disabled_at = now() where id = ${closed.id}`.execute(trx));
    const browser = at.browser();
    expect((await give(browser, closed.key.use(await toSignIn(browser)))).body).toMatchObject(refused);
  });

  test("is not offered where browsers have no passkeys", async () => {
    const browser = at.browser("127.0.0.1", "127.0.0.1:8080");
    expect((await browser.get("/api/sign-in/ways")).body).toMatchObject({ passkey: false });
    const { body } = await browser.post("/api/sign-in/passkey/options");
    expect(body).toMatchObject({ status: 409, code: "passkeys-not-here" });
    expect(body["detail"]).toContain("localhost");
  });

  test("makes a stranger wait who guesses, and not a browser that is known", async () => {
    const own = at.browser("192.0.2.7");
    expect((await give(own, key.use(await toSignIn(own)))).status).toBe(204);
    const stranger = at.browser("192.0.2.7");
    const wrong = new SoftwareAuthenticator();
    for (let tries = 0; tries < 5; tries++) await give(stranger, wrong.use(await toSignIn(stranger)));
    expect((await give(stranger, key.use(await toSignIn(stranger)))).status).toBe(429);
    expect((await give(own, key.use(await toSignIn(own)))).status).toBe(204);
  });
});

describe("passkeys of one's own", () => {
  const page = async (browser: Browser) => (await browser.get<OwnAccountPage>("/api/own-account")).body;
  const add = async (browser: Browser, key: SoftwareAuthenticator, name: string) => {
    const options = await optionsOf(browser, "/api/own-account/passkeys/options");
    return browser.post("/api/own-account/passkeys", { name, response: key.make(options) });
  };
  const remove = (browser: Browser, id: string) =>
    browser.ask("DELETE", `/api/own-account/passkeys/${encodeURIComponent(id)}`);

  test("are added after a fresh sign-in, used, and removed; the only way in stays", async () => {
    const { browser, key } = await withPasskey("several");
    const second = new SoftwareAuthenticator();
    expect((await add(browser, second, "A second")).body).toMatchObject({ id: second.id, name: "A second" });
    expect((await add(browser, second, "Again")).body).toMatchObject({ code: "passkey-not-added" });
    const options = await optionsOf(browser, "/api/own-account/passkeys/options");
    expect((options["excludeCredentials"] as { id: string }[]).map((it) => it.id).toSorted()).toEqual(
      [key.id, second.id].toSorted(),
    );
    const other = at.browser();
    expect((await give(other, second.use(await toSignIn(other)))).status).toBe(204);
    expect((await page(browser)).passkeys).toMatchObject([
      { id: second.id, lastUsedAt: expect.any(String) },
      { id: key.id, name: "My telephone", lastUsedAt: null },
    ]);
    const both = await Promise.all([remove(browser, key.id), remove(browser, second.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: "last-way-in" });
    expect((await remove(browser, "nothing")).body).toMatchObject({ code: "passkey-not-known" });
    expect((await at.entries()).map(({ about }) => about["change"]).filter((it) => it !== undefined)).toEqual([
      "passkey-added",
      "passkey-removed",
    ]);
  });

  test("are not changed in a session of more than ten minutes ago, nor by another account's challenge", async () => {
    const [mine, theirs] = [await withPasskey("mine"), await withPasskey("theirs")];
    const options = await optionsOf(mine.browser, "/api/own-account/passkeys/options");
    theirs.browser.cookies.set("concord_challenge", mine.browser.cookies.get("concord_challenge")!);
    const given = { name: "x", response: new SoftwareAuthenticator().make(options) };
    expect((await theirs.browser.post("/api/own-account/passkeys", given)).body).toMatchObject({
      code: "passkey-not-added",
    });
    const session = await at.parts.sessions.of(mine.browser.cookies.get("concord_session")!);
    (session as { startedAt: number }).startedAt -= 10 * 60_000;
    const again = { status: 403, code: "sign-in-again" };
    expect((await mine.browser.post("/api/own-account/passkeys/options")).body).toMatchObject(again);
    expect((await mine.browser.post("/api/own-account/passkeys", given)).body).toMatchObject(again);
    expect((await remove(mine.browser, mine.key.id)).body).toMatchObject(again);
  });

  test("beside a password and an authenticator, the last passkey may go", async () => {
    const browser = at.browser();
    await takeUp(browser, (await at.newcomer("both")).code);
    const key = new SoftwareAuthenticator();
    expect((await add(browser, key, "Key")).status).toBe(201);
    expect((await remove(browser, key.id)).status).toBe(204);
    expect((await give(at.browser(), key.use({ challenge: "x", rpId: "localhost" }))).status).toBe(409);
  });
});
