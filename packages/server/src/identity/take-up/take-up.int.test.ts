import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import { PASSWORD, serveIdentity, shownCode, takeUp, type IdentityService } from "../identity.fixture.ts";

let at: IdentityService;
beforeAll(async () => {
  at = await serveIdentity();
});
afterAll(() => at.remove());

const WHO = { login: "Ada", name: "Ada First" };

describe("a service without an account", () => {
  test("says so, and shows another code at each start; the one before no longer holds", async () => {
    const browser = at.browser();
    expect((await browser.get("/api/sign-in/ways")).body).toEqual({
      password: true,
      passkey: true,
      oidc: [],
      first: true,
      demonstration: false,
    });
    const [before, now] = [await at.consoleCode(), await at.consoleCode()];
    expect(now).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){4}$/);
    expect((await browser.post("/api/take-up/look", { code: before! })).body).toMatchObject({ code: "code-not-valid" });
    expect((await browser.post("/api/take-up/look", { code: now! })).body).toMatchObject({ first: true, login: null });
  });

  test("keeps no code as it is", async () => {
    const code = (await at.consoleCode())!;
    const { rows } = await inPractice(at.store.db, at.practiceId, (trx) =>
      sql<{ row: string }>`select one_time_code::text as row from one_time_code`.execute(trx),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(code.slice(0, 4));
  });

  test("asks the first one's login and name, and for digits that are right", async () => {
    const browser = at.browser();
    const code = (await at.consoleCode())!;
    const give = (more: object) => browser.post("/api/take-up/password", { code, password: PASSWORD, ...more });
    expect((await give({ totpCode: "000000", ...WHO })).body).toMatchObject({ status: 409, code: "start-again" });
    const looked = await browser.post<{ totp: { secret: string; uri: string } }>("/api/take-up/look", { code });
    const { secret, uri } = looked.body.totp;
    expect(uri).toContain(`secret=${secret}`);
    const totpCode = await shownCode(secret);
    const wrong = String((Number(totpCode) + 1) % 1_000_000).padStart(6, "0");
    expect((await give({ totpCode: wrong, ...WHO })).body).toMatchObject({ code: "authenticator-code-not-right" });
    expect((await give({ totpCode, login: "ada" })).body).toMatchObject({
      status: 400,
      problems: [{ at: "body.name" }],
    });
    expect((await give({ totpCode, ...WHO, password: "short" })).status).toBe(400);
    expect((await browser.get("/api/session")).status).toBe(401);
  });

  test("makes its first administrator, once, who is signed in and can sign in again", async () => {
    const browser = at.browser();
    const code = (await at.consoleCode())!;
    const secret = await takeUp(browser, ` ${code.toUpperCase().replaceAll("-", " ")} `, WHO);
    expect((await browser.get("/api/session")).body).toMatchObject({
      account: { login: "ada", name: "Ada First", roles: ["administrator"], demonstration: false },
      signedInBy: "one-time-code",
    });
    expect((await browser.get("/api/sign-in/ways")).body).toMatchObject({ first: false });
    expect(await at.consoleCode()).toBeNull();
    expect((await at.browser().post("/api/take-up/look", { code })).body).toMatchObject({ code: "code-not-valid" });

    const other = at.browser();
    const given = { login: "ada", password: PASSWORD };
    expect((await other.post("/api/sign-in/password", given)).body).toMatchObject({ code: "code-needed" });
    // The step of the code that confirmed the authenticator is used up.
    expect((await other.post("/api/sign-in/password", { ...given, code: await shownCode(secret) })).status).toBe(401);
    expect((await other.post("/api/sign-in/password", { ...given, code: await shownCode(secret, 1) })).status).toBe(
      204,
    );
    const said = (await at.entries()).map(({ action, outcome, who, about }) => [action, outcome, who, about]);
    expect(said.slice(-4)).toEqual([
      ["session.start", "done", "Ada First", { by: "one-time-code" }],
      ["session.refused", "refused", "", { by: "one-time-code" }],
      ["session.refused", "refused", "Ada First", { by: "password" }],
      ["session.start", "done", "Ada First", { by: "password-code" }],
    ]);
    const everything = JSON.stringify([await at.entries(), at.log]);
    for (const hidden of [code, code.slice(0, 9), PASSWORD, secret]) expect(everything).not.toContain(hidden);
  });
});

describe("an account", () => {
  test("is taken up by its code, under the name that it has", async () => {
    const { code } = await at.newcomer("grace");
    const browser = at.browser();
    await takeUp(browser, code, { login: "somebody-else", name: "Somebody Else" });
    expect((await browser.get("/api/session")).body).toMatchObject({ account: { login: "grace", name: "The grace" } });
  });

  test("taken up by two at once is one's alone", async () => {
    const { code } = await at.newcomer("twice");
    const browsers = [at.browser(), at.browser()];
    const looked = await browsers[0]!.post<{ totp: { secret: string } }>("/api/take-up/look", { code });
    const totpCode = await shownCode(looked.body.totp.secret);
    const given = { code, password: PASSWORD, totpCode };
    const answers = await Promise.all(browsers.map((each) => each.post("/api/take-up/password", given)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  });

  test("whoever looked with the code before knows no secret of the account", async () => {
    const { code } = await at.newcomer("overlooked");
    const secretOf = async () =>
      (await at.browser().post<{ totp: { secret: string } }>("/api/take-up/look", { code })).body.totp.secret;
    const [theirs, own] = [await secretOf(), await secretOf()];
    expect(theirs).not.toBe(own);
    const totpCode = await shownCode(theirs);
    const answer = await at.browser().post("/api/take-up/password", { code, password: PASSWORD, totpCode });
    expect(answer.body).toMatchObject({ code: "authenticator-code-not-right" });
  });

  test("is taken up neither when the code's time is over, nor when the account is closed", async () => {
    const [late, closed] = [await at.newcomer("late"), await at.newcomer("closed")];
    await inPractice(at.store.db, at.practiceId, async (trx) => {
      await sql`update one_time_code set expires_at = now() where account_id = ${late.id}`.execute(trx);
      await sql`update account set disabled_at = now() where id = ${closed.id}`.execute(trx);
    });
    for (const { code } of [late, closed])
      expect((await at.browser().post("/api/take-up/look", { code })).body).toMatchObject({ code: "code-not-valid" });
  });
});

describe("guessing", () => {
  beforeEach(() => inPractice(at.store.db, at.practiceId, (trx) => sql`delete from sign_in_delay`.execute(trx)));
  const guess = { code: "aaaa-bbbb-cccc-dddd-eeee" };

  test("at one-time codes makes a stranger wait, right or wrong, and nobody elsewhere", async () => {
    const { code } = await at.newcomer("guessed-at");
    const stranger = at.browser("192.0.2.1");
    for (let tries = 0; tries < 5; tries++) expect((await stranger.post("/api/take-up/look", guess)).status).toBe(401);
    const refused = await stranger.post("/api/take-up/look", { code });
    expect([refused.status, refused.body["code"]]).toEqual([429, "wait-before-next-try"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await at.browser("192.0.2.2").post("/api/take-up/look", { code })).status).toBe(200);
  });

  test("from the same address does not keep an account's own browser from its new code", async () => {
    const { id, code } = await at.newcomer("regular");
    const own = at.browser("192.0.2.3");
    await takeUp(own, code);
    const again = await inPractice(at.store.db, at.practiceId, async (trx) => {
      const { hashOfCode, newOneTimeCode } = await import("../one-time-code.ts");
      const { newCode } = await import("../../store/queries/one-time-codes.ts");
      const made = newOneTimeCode();
      await newCode(trx, at.practiceId, { accountId: id, codeHash: hashOfCode(made), hours: 1 });
      return made;
    });
    const stranger = at.browser("192.0.2.3");
    for (let tries = 0; tries < 6; tries++) await stranger.post("/api/take-up/look", guess);
    expect((await stranger.post("/api/take-up/look", { code: again })).status).toBe(429);
    expect((await own.post("/api/take-up/look", { code: again })).status).toBe(200);
  });
});
