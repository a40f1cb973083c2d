import type { Account, AccountMade, OneTimeCode } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import {
  firstAdministrator,
  PASSWORD,
  serveIdentity,
  shownCode,
  takeUp,
  type Browser,
  type IdentityService,
} from "../identity.fixture.ts";

let at: IdentityService;
let admin: Browser;

beforeAll(async () => {
  at = await serveIdentity();
  admin = await firstAdministrator(at);
  await inPractice(at.store.db, at.practiceId, (trx) =>
    trx.insertInto("person").values({ practice_id: at.practiceId, reference: "P1" }).execute(),
  );
});
afterAll(() => at.remove());

const list = async (): Promise<readonly Account[]> =>
  (await admin.get<{ accounts: Account[] }>("/api/accounts")).body.accounts;
const called = async (login: string): Promise<Account> => (await list()).find((it) => it.login === login)!;
const make = (login: string, more: object = {}) =>
  admin.post<AccountMade>("/api/accounts", { login, name: `Somebody ${login}`, roles: ["prescriber"], ...more });
/** Made, taken up, and signed in. */
const joined = async (
  login: string,
  roles = ["prescriber"],
): Promise<{ id: string; browser: Browser; secret: string }> => {
  const { account, code } = (await make(login, { roles })).body;
  const browser = at.browser();
  return { id: account.id, browser, secret: await takeUp(browser, code) };
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/api/session")).status === 200;
const lastAbout = async () => (await at.entries()).at(-1)!;

describe("an account", () => {
  test("is made by an administrator with a code for whoever takes it up, and listed by name", async () => {
    const { status, body } = await make("New.One");
    expect(status).toBe(201);
    expect(body.account).toMatchObject({
      login: "new.one",
      name: "Somebody New.One",
      roles: ["prescriber"],
      person: null,
      demonstration: false,
      disabledAt: null,
      takenUp: false,
      lastSeenAt: null,
    });
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(47 * 3_600_000);
    expect(await lastAbout()).toMatchObject({
      action: "account.change",
      who: "The admin",
      about: { account: body.account.id, change: "made", roles: ["prescriber"] },
    });
    expect(JSON.stringify(await at.entries())).not.toContain(body.code);
    await takeUp(at.browser(), body.code);
    expect(await called("new.one")).toMatchObject({ takenUp: true, lastSeenAt: expect.any(String) });
    const names = (await list()).map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect((await make("new.one")).body).toMatchObject({ status: 409, code: "login-taken" });
  });

  test("of a patient is one person's of the records; of staff it is nobody's", async () => {
    const patient = { roles: ["patient"], person: "P1" };
    expect((await make("a.patient", patient)).body).toMatchObject({ account: { person: "P1", roles: ["patient"] } });
    expect((await make("b", { ...patient, person: "nobody" })).body).toMatchObject({ code: "person-not-known" });
    for (const more of [{ roles: ["patient"] }, { person: "P1" }, { ...patient, roles: ["patient", "manager"] }])
      expect((await make("c", more)).body, JSON.stringify(more)).toMatchObject({ code: "request-not-valid" });
    const { id } = await called("a.patient");
    expect((await admin.ask("PUT", `/api/accounts/${id}`, { name: "x", roles: ["manager"] })).body).toMatchObject({
      code: "request-not-valid",
      problems: [{ at: "body.roles" }],
    });
  });

  test("is looked after by administrators alone", async () => {
    const { browser, id } = await joined("curious");
    for (const [method, url] of [
      ["GET", "/api/accounts"],
      ["POST", "/api/accounts"],
      ["PUT", `/api/accounts/${id}`],
      ["POST", `/api/accounts/${id}/code`],
      ["POST", `/api/accounts/${id}/close`],
      ["POST", `/api/accounts/${id}/open`],
    ] as const) {
      expect((await browser.ask(method, url, {})).status, url).toBe(403);
      expect((await at.browser().ask(method, url, {})).status, url).toBe(401);
    }
  });

  test("that nobody knows is a problem with its code", async () => {
    const url = "/api/accounts/00000000-0000-4000-8000-000000000000";
    for (const [method, end] of [
      ["POST", "/close"],
      ["POST", "/open"],
      ["POST", "/code"],
      ["PUT", ""],
    ] as const)
      expect((await admin.ask(method, `${url}${end}`, { name: "x", roles: ["manager"] })).body).toMatchObject({
        status: 404,
        code: "account-not-known",
      });
  });
});

describe("sessions of an account", () => {
  test("end at once where it is closed; opened again, it signs in and its old sessions do not hold", async () => {
    const { browser, id, secret } = await joined("leaver");
    expect(await isIn(browser)).toBe(true);
    expect((await admin.post(`/api/accounts/${id}/close`)).body).toMatchObject({ disabledAt: expect.any(String) });
    expect(await isIn(browser)).toBe(false);
    const given = async () => ({ login: "leaver", password: PASSWORD, code: await shownCode(secret, 1) });
    expect((await at.browser().post("/api/sign-in/password", await given())).body).toMatchObject({
      code: "sign-in-refused",
    });
    expect((await admin.post(`/api/accounts/${id}/open`)).body).toMatchObject({ disabledAt: null });
    expect(await isIn(browser)).toBe(false);
    expect((await at.browser().post("/api/sign-in/password", await given())).status).toBe(204);
  });

  test("end at once where its roles change; another name is said at once, and ends none", async () => {
    const { browser, id } = await joined("mover");
    const put = (name: string, roles: string[]) => admin.ask("PUT", `/api/accounts/${id}`, { name, roles });
    await put("Another Name", ["prescriber"]);
    expect((await browser.get("/api/session")).body).toMatchObject({ account: { name: "Another Name" } });
    expect((await put("Another Name", ["manager"])).body).toMatchObject({ roles: ["manager"] });
    expect(await lastAbout()).toMatchObject({ about: { account: id, change: "name-and-roles", roles: ["manager"] } });
    expect(await isIn(browser)).toBe(false);
  });

  test("that start while it is being closed end with it", async () => {
    const { id } = await joined("racer");
    const start = () =>
      inPractice(at.store.db, at.practiceId, (trx) =>
        at.parts.sessions.start(trx, id, "passkey", { fromWhere: "", device: "" }),
      );
    const [tokens] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, start)),
      admin.post(`/api/accounts/${id}/close`),
    ]);
    await admin.post(`/api/accounts/${id}/open`);
    const held = await Promise.all(tokens.filter((it) => it !== null).map(at.parts.sessions.of));
    expect(held.filter((it) => it !== null)).toEqual([]);
  });
});

describe("recovery", () => {
  test("ends sessions and all that was signed in with; the new code opens the account, the one before none", async () => {
    const { browser, id, secret } = await joined("forgetful");
    const first = (await admin.post<OneTimeCode>(`/api/accounts/${id}/code`)).body.code;
    const second = (await admin.post<OneTimeCode>(`/api/accounts/${id}/code`)).body.code;
    expect(await isIn(browser)).toBe(false);
    expect(await called("forgetful")).toMatchObject({ takenUp: false });
    const other = at.browser();
    const given = { login: "forgetful", password: PASSWORD, code: await shownCode(secret, 1) };
    expect((await other.post("/api/sign-in/password", given)).body).toMatchObject({ code: "sign-in-refused" });
    expect((await other.post("/api/take-up/look", { code: first })).body).toMatchObject({ code: "code-not-valid" });
    await takeUp(other, second);
    expect((await other.get("/api/session")).body).toMatchObject({ account: { id, roles: ["prescriber"] } });
    const log = JSON.stringify(await at.entries());
    for (const code of [first, second]) expect(log).not.toContain(code);
  });

  test("a demonstration account is not recovered: its password is printed", async () => {
    const { id } = await at.newcomer("shown");
    // No such account can be in a live practice: the synthetic one is tried.
    const makeIt = inPractice(at.store.db, at.practiceId, (trx) =>
      sql`update account set demonstration = true where id = ${id}`.execute(trx),
    );
    await expect(makeIt).rejects.toMatchObject({ code: "23514" });
    await at.store.db.updateTable("practice").set({ synthetic: true }).where("id", "=", at.practiceId).execute();
    await inPractice(at.store.db, at.practiceId, (trx) =>
      sql`update account set demonstration = true where id = ${id}`.execute(trx),
    );
    expect((await admin.post(`/api/accounts/${id}/code`)).body).toMatchObject({ code: "demonstration-account" });
  });
});

describe("the last administrator", () => {
  test("stays one who can sign in, whoever changes the account, and however many at once", async () => {
    const { id } = await called("admin");
    const changes = (account: string) =>
      [
        ["PUT", `/api/accounts/${account}`],
        ["POST", `/api/accounts/${account}/close`],
        ["POST", `/api/accounts/${account}/code`],
      ] as const;
    // Another, who has not taken the account up, cannot sign in.
    await make("not.yet", { roles: ["administrator"] });
    for (const [method, url] of changes(id))
      expect((await admin.ask(method, url, { name: "x", roles: ["manager"] })).body).toMatchObject({
        status: 409,
        code: "last-administrator",
      });
    const second = await joined("second", ["administrator"]);
    const answers = await Promise.all([
      admin.post(`/api/accounts/${second.id}/close`),
      second.browser.post(`/api/accounts/${id}/close`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const open = new Set(
      (
        await inPractice(at.store.db, at.practiceId, (trx) =>
          trx.selectFrom("account").select("login").where("disabled_at", "is", null).execute(),
        )
      ).map(({ login }) => login),
    );
    expect(open.has("admin") !== open.has("second")).toBe(true);
  });
});
