import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import { PASSWORD, serveIdentity, shownCode, takeUp, type Browser, type IdentityService } from "../identity.fixture.ts";

let at: IdentityService;
let secret: string;
/** Where the account was taken up. */
let own: Browser;
const LOGIN = "regular";
const OWN_ADDRESS = "192.0.2.1";

const inService = <T>(work: Parameters<typeof inPractice<T>>[2]) => inPractice(at.store.db, at.practiceId, work);

beforeAll(async () => {
  at = await serveIdentity();
  own = at.browser(OWN_ADDRESS);
  secret = await takeUp(own, (await at.newcomer(LOGIN)).code);
});
afterAll(() => at.remove());
beforeEach(() =>
  inService(async (trx) => {
    await sql`delete from sign_in_delay`.execute(trx);
    // A code may be taken in each test.
    await sql`update totp_credential set last_step = 0`.execute(trx);
  }),
);

const signIn = async (browser: Browser, more: object = {}) =>
  browser.post("/api/sign-in/password", { login: LOGIN, password: PASSWORD, code: await shownCode(secret), ...more });
const wrong = (browser: Browser, more: object = {}) => signIn(browser, { password: "not the password", ...more });

describe("signing in by password", () => {
  test("takes password and code together, and a code once", async () => {
    expect((await signIn(at.browser())).status).toBe(204);
    expect((await signIn(at.browser())).body).toMatchObject({ code: "sign-in-refused" });
  });

  test("answers alike whoever is guessed at: no account, a wrong password, nothing to sign in with, closed", async () => {
    await at.newcomer("untouched");
    const { id } = await at.newcomer("shut");
    await inService((trx) => sql`update account set disabled_at = now() where id = ${id}`.execute(trx));
    const answers = [];
    for (const login of [LOGIN, "nobody", "untouched", "shut"]) {
      const { status, body } = await wrong(at.browser("192.0.2.50"), { login });
      answers.push([status, { ...body, instance: "" }]);
    }
    expect(answers[0]).toMatchObject([401, { code: "sign-in-refused" }]);
    for (const each of answers) expect(each).toEqual(answers[0]);
  });

  test("starts another session than the one that the browser came with, which ends", async () => {
    const browser = at.browser();
    await signIn(browser);
    const before = browser.cookies.get("concord_session")!;
    await inService((trx) => sql`update totp_credential set last_step = 0`.execute(trx));
    await signIn(browser);
    const after = browser.cookies.get("concord_session")!;
    expect(after).not.toBe(before);
    browser.cookies.set("concord_session", before);
    expect((await browser.get("/api/session")).status).toBe(401);
    browser.cookies.set("concord_session", after);
    expect((await browser.get("/api/session")).status).toBe(200);
    // A value that somebody planted is never taken over.
    const planted = at.browser();
    planted.cookies.set("concord_session", "x".repeat(43));
    await inService((trx) => sql`update totp_credential set last_step = 0`.execute(trx));
    await signIn(planted);
    expect(planted.cookies.get("concord_session")).not.toBe("x".repeat(43));
  });
});

describe("guessing", () => {
  test("slows a stranger, even with what is right, and not the account's own browser", async () => {
    const stranger = at.browser("198.51.100.1");
    for (let tries = 0; tries < 5; tries++) expect((await wrong(stranger)).status).toBe(401);
    expect((await signIn(stranger)).body).toMatchObject({ status: 429, code: "wait-before-next-try" });
    // From elsewhere too: the account is guarded, not the address.
    expect((await signIn(at.browser("198.51.100.2"))).status).toBe(429);
    expect((await signIn(own)).status).toBe(204);
  });

  test("from the very address of the account's own browser does not lock that out", async () => {
    const stranger = at.browser(OWN_ADDRESS);
    for (let tries = 0; tries < 32; tries++) await wrong(stranger, { login: `somebody-${tries}` });
    expect((await wrong(stranger, { login: "another" })).status).toBe(429);
    expect((await signIn(own)).status).toBe(204);
  });

  test("a hundred at once are no more than a few in a row", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => wrong(at.browser("198.51.100.3"))));
    const looked = answers.filter(({ status }) => status !== 429);
    // Five, and one more after each wait where the machine takes that long; all hundred without the count.
    expect(looked.length).toBeGreaterThanOrEqual(5);
    expect(looked.length).toBeLessThan(10);
  });

  test("at the digits counts as at the password, for the account's own browser too", async () => {
    const digits = await shownCode(secret);
    const other = String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
    for (let tries = 0; tries < 5; tries++) expect((await signIn(own, { code: other })).status).toBe(401);
    expect((await signIn(own)).status).toBe(429);
  });

  test("asking for the digits counts neither way", async () => {
    const browser = at.browser("198.51.100.4");
    for (let tries = 0; tries < 8; tries++)
      expect((await browser.post("/api/sign-in/password", { login: LOGIN, password: PASSWORD })).body).toMatchObject({
        code: "code-needed",
      });
    expect((await signIn(browser)).status).toBe(204);
  });

  test("a browser is known for each account that was signed in to from it, and for no other", async () => {
    const shared = at.browser("203.0.113.1");
    const second = await takeUp(shared, (await at.newcomer("colleague")).code);
    await signIn(shared);
    await inService((trx) => sql`update totp_credential set last_step = 0`.execute(trx));
    const stranger = at.browser("198.51.100.5");
    for (const login of [LOGIN, "colleague"]) for (let tries = 0; tries < 5; tries++) await wrong(stranger, { login });
    expect((await signIn(shared)).status).toBe(204);
    expect((await signIn(shared, { login: "colleague", code: await shownCode(second) })).status).toBe(204);
    await at.newcomer("third");
    for (let tries = 0; tries < 5; tries++) await wrong(stranger, { login: "third" });
    expect((await signIn(shared, { login: "third" })).status).toBe(429);
  });
});
