import type { OwnAccountPage } from "@concord/exchange/api";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { inPractice } from "../../store/in-practice.ts";
import { serveIdentity, takeUp, type Browser, type IdentityService } from "../identity.fixture.ts";
import { readProviders } from "./provider-settings.ts";
import { startProvider, type TestProvider, type Twist } from "./provider.fixture.ts";

const CALLBACK = "http://localhost:8080/api/sign-in/oidc";
const SECRET = "a secret of the client";
const folder = mkdtempSync(join(tmpdir(), "concord-oidc-"));
let provider: TestProvider;
/** Of a provider that has not started yet. */
let notYet: URL;
let at: IdentityService;

beforeAll(async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(join(folder, "client.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "client", use: "sig", alg: "RS512" };
  const uris = (id: string) => ({ redirect_uris: [`${CALLBACK}/${id}/callback`], response_types: ["code" as const] });
  provider = await startProvider([
    { client_id: "staff", client_secret: SECRET, token_endpoint_auth_method: "client_secret_post", ...uris("staff") },
    {
      client_id: "strict",
      client_secret: SECRET,
      token_endpoint_auth_method: "client_secret_basic",
      ...uris("strict"),
    },
    {
      client_id: "patients",
      token_endpoint_auth_method: "private_key_jwt",
      jwks: { keys: [jwk as never] },
      ...uris("patients"),
    },
    {
      client_id: "mistaken",
      client_secret: SECRET,
      token_endpoint_auth_method: "client_secret_post",
      ...uris("mistaken"),
    },
  ]);
  const { issuer } = provider;
  const gone = await startProvider([]);
  notYet = new URL(gone.issuer);
  await gone.stop();
  const settings = {
    providers: [
      { id: "staff", name: "Staff elsewhere", issuer, clientId: "staff", clientSecret: SECRET },
      {
        id: "strict",
        name: "Strict",
        issuer,
        clientId: "strict",
        clientSecret: SECRET,
        clientSecretIn: "header",
        parameters: { acr_values: "AAL3" },
        require: { acr: ["AAL3"] },
      },
      {
        id: "patients",
        name: "Patients",
        issuer,
        clientId: "patients",
        privateKey: { file: "client.pem", keyId: "client" },
      },
      { id: "mistaken", name: "Mistaken", issuer, clientId: "mistaken", clientSecret: "another secret" },
      { id: "away", name: "Away", issuer: gone.issuer, clientId: "away", clientSecret: SECRET },
    ],
  };
  writeFileSync(join(folder, "oidc.json"), JSON.stringify(settings));
  at = await serveIdentity({ oidc: await readProviders(folder) });
  // Somebody is there already, so that nobody is the first.
  await at.newcomer("somebody");
});
afterAll(async () => {
  await at.remove();
  await provider.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  provider.twist = null;
  vi.restoreAllMocks();
});

const begin = async (browser: Browser, id = "staff", to?: string): Promise<string> => {
  const answer = await browser.post<{ location: string }>(`/api/sign-in/oidc/${id}`, to === undefined ? {} : { to });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.location;
};
const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;
/** The address that the page moves on to. */
const movesTo = async (browser: Browser, back: URL | string): Promise<string> => {
  const { text, headers, status } = await browser.get(typeof back === "string" ? back : pathOf(back));
  expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  return /0;url=([^"]*)"/.exec(text)![1]!.replaceAll("&amp;", "&");
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get("/api/session")).status === 200;
const through = async (browser: Browser, subject: string, id = "staff", to?: string): Promise<string> =>
  movesTo(browser, await provider.signIn(await begin(browser, id, to), subject));

/** An account that was taken up with an identity there. */
const linked = async (login: string, id = "staff") => {
  const made = await at.newcomer(login);
  const browser = at.browser();
  const { body } = await browser.post<{ location: string }>(`/api/take-up/oidc/${id}`, { code: made.code });
  expect(await movesTo(browser, await provider.signIn(body.location, `subject of ${login}`))).toBe("/");
  return { ...made, browser };
};
/** The provider says of each identity how sure it is. */
const saying =
  (acr: string | undefined): Twist =>
  (claims) => ({ ...claims, acr });
const whyNot = (why: string): string => `/sign-in?problem=${why}`;

describe("signing in elsewhere", () => {
  test("is offered by name, and asks with PKCE, state and nonce", async () => {
    const browser = at.browser();
    expect((await browser.get<{ oidc: object[] }>("/api/sign-in/ways")).body.oidc).toContainEqual({
      id: "staff",
      name: "Staff elsewhere",
    });
    const asked = new URL(await begin(browser)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: "staff",
      response_type: "code",
      scope: "openid",
      redirect_uri: `${CALLBACK}/staff/callback`,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await browser.post("/api/sign-in/oidc/nobody")).body).toMatchObject({ code: "provider-not-known" });
    for (const to of ["//evil.example", "https://evil.example", "/\\evil.example", "evil"])
      expect((await browser.post("/api/sign-in/oidc/staff", { to })).status, to).toBe(400);
  });

  test("of somebody whom no account knows says so, and lets nobody in", async () => {
    const browser = at.browser();
    expect(await through(browser, "a stranger")).toBe(whyNot("not-linked"));
    expect(await isIn(browser)).toBe(false);
    expect((await at.entries()).at(-1)).toMatchObject({
      action: "session.refused",
      about: { by: "oidc", provider: "staff", why: "not-linked" },
    });
  });

  test.each([
    ["a secret in the body", "staff"],
    ["a secret in the header, and what the identity has to say", "strict"],
    ["a signature of its own", "patients"],
  ])("links by one-time code and signs in from then on: a client with %s", async (_, id) => {
    provider.twist = saying("AAL3");
    const { browser } = await linked(`linked-${id}`, id);
    expect((await browser.get("/api/session")).body).toMatchObject({
      account: { login: `linked-${id}` },
      signedInBy: "one-time-code",
    });
    const other = at.browser();
    expect(await through(other, `subject of linked-${id}`, id, "/register?doseMin=90&x=1")).toBe(
      "/register?doseMin=90&x=1",
    );
    expect((await other.get("/api/session")).body).toMatchObject({ signedInBy: "oidc" });
    const { identities, passkeys, hasPassword } = (await other.get<OwnAccountPage>("/api/own-account")).body;
    expect([identities.length, passkeys, hasPassword]).toEqual([1, [], false]);
    // The browser is known from then on.
    expect(other.cookies.has("concord_device")).toBe(true);
  });

  test("links an identity to one account alone, and a code once", async () => {
    await linked("one");
    const second = await at.newcomer("two");
    const browser = at.browser();
    const take = async (subject: string) => {
      const { body } = await browser.post<{ location: string }>("/api/take-up/oidc/staff", { code: second.code });
      return provider.signIn(body.location, subject);
    };
    expect(await movesTo(browser, await take("subject of one"))).toBe(whyNot("identity-taken"));
    // That used nothing up.
    const back = await take("subject of two");
    await takeUp(at.browser(), second.code);
    expect(await movesTo(browser, back)).toBe(whyNot("code-not-valid"));
    expect(await isIn(browser)).toBe(false);
  });

  test("makes the first administrator", async () => {
    await inPractice(at.store.db, at.practiceId, (trx) => sql`delete from account`.execute(trx));
    const code = (await at.consoleCode())!;
    const browser = at.browser();
    expect((await browser.post("/api/take-up/oidc/staff", { code })).status).toBe(400);
    const who = { code, login: "ada", name: "Ada First" };
    const { body } = await browser.post<{ location: string }>("/api/take-up/oidc/staff", who);
    expect(await movesTo(browser, await provider.signIn(body.location, "ada elsewhere"))).toBe("/");
    expect((await browser.get("/api/session")).body).toMatchObject({
      account: { login: "ada", roles: ["administrator"] },
    });
  });

  test("of a closed account lets nobody in", async () => {
    const { id } = await linked("leaver");
    await inPractice(at.store.db, at.practiceId, (trx) =>
      sql`update account set disabled_at = now() where id = ${id}`.execute(trx),
    );
    expect(await through(at.browser(), "subject of leaver")).toBe(whyNot("not-linked"));
  });
});

describe("coming back", () => {
  beforeAll(async () => {
    await linked("regular");
  });
  const SUBJECT = "subject of regular";

  test("again with the same address lets nobody in", async () => {
    const browser = at.browser();
    const back = await provider.signIn(await begin(browser), SUBJECT);
    expect(await movesTo(browser, back)).toBe("/");
    const cookies = new Map(browser.cookies);
    await browser.ask("DELETE", "/api/session");
    expect(await movesTo(browser, back)).toBe(whyNot("start-again"));
    // Nor with the cookie that it came with.
    for (const [name, value] of cookies) if (name !== "concord_session") browser.cookies.set(name, value);
    expect(await movesTo(browser, back)).toBe(whyNot("start-again"));
    expect(await isIn(browser)).toBe(false);
  });

  test("to another browser than the one that went lets nobody in: an address cannot be passed on", async () => {
    const [browser, other] = [at.browser(), at.browser()];
    const back = await provider.signIn(await begin(browser), SUBJECT);
    expect(await movesTo(other, back)).toBe(whyNot("start-again"));
    // Nor into a flow of that browser's own.
    await begin(other);
    expect(await movesTo(other, back)).toBe(whyNot("sign-in-refused"));
    expect(await isIn(other)).toBe(false);
  });

  test.each([
    ["with another state", (back: URL) => back.searchParams.set("state", "another")],
    ["without a state", (back: URL) => back.searchParams.delete("state")],
    ["with another issuer", (back: URL) => back.searchParams.set("iss", "http://127.0.0.1:9")],
    ["without a code", (back: URL) => back.searchParams.delete("code")],
  ])("%s lets nobody in", async (_, change) => {
    const browser = at.browser();
    const back = await provider.signIn(await begin(browser), SUBJECT);
    change(back);
    expect(await movesTo(browser, back)).toBe(whyNot("sign-in-refused"));
    expect(await isIn(browser)).toBe(false);
  });

  test("with a code of somebody else's, or one that is none, lets nobody in", async () => {
    const browser = at.browser();
    const back = await provider.signIn(await begin(browser), SUBJECT);
    const theirs = await provider.signIn(await begin(at.browser()), SUBJECT);
    back.searchParams.set("code", theirs.searchParams.get("code")!);
    // Their code goes with their verifier.
    expect(await movesTo(browser, back)).toBe(whyNot("provider-refused"));
    expect(await isIn(browser)).toBe(false);
  });

  test("after more than ten minutes is too late", async () => {
    const browser = at.browser();
    const back = await provider.signIn(await begin(browser), SUBJECT);
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now + 10 * 60_000 + 1);
    expect(await movesTo(browser, back)).toBe(whyNot("start-again"));
  });

  test.each([
    ["for another client", { aud: "another" }],
    ["with another nonce", { nonce: "another" }],
    ["of another issuer", { iss: "http://127.0.0.1:9" }],
    ["that is over", { exp: 1_700_000_000 }],
  ])("with an identity %s lets nobody in, though the provider signed it", async (_, wrong) => {
    provider.twist = (claims) => ({ ...claims, ...wrong });
    const browser = at.browser();
    expect(await through(browser, SUBJECT)).toBe(whyNot("sign-in-refused"));
    expect(await isIn(browser)).toBe(false);
  });

  test("with an identity signed anew, but unchanged, lets in: it was the claims that were refused", async () => {
    provider.twist = (claims) => claims;
    expect(await through(at.browser(), SUBJECT)).toBe("/");
  });

  test("with an identity that does not say what it has to lets nobody in", async () => {
    provider.twist = saying("AAL3");
    await linked("levelled", "strict");
    expect(await through(at.browser(), "subject of levelled", "strict")).toBe("/");
    for (const acr of ["AAL1", undefined]) {
      provider.twist = saying(acr);
      expect(await through(at.browser(), "subject of levelled", "strict")).toBe(whyNot("sign-in-refused"));
    }
  });

  test("after saying no there lets nobody in", async () => {
    const browser = at.browser();
    expect(await movesTo(browser, await provider.refuse(await begin(browser)))).toBe(whyNot("provider-refused"));
  });

  test("where the provider does not know this client's secret lets nobody in", async () => {
    expect(await through(at.browser(), SUBJECT, "mistaken")).toBe(whyNot("provider-refused"));
  });

  test("from nowhere is a page that says to begin again", async () => {
    expect(await movesTo(at.browser(), "/api/sign-in/oidc/staff/callback?code=x&state=y")).toBe(whyNot("start-again"));
    expect((await at.browser().get("/api/sign-in/oidc/nobody/callback")).status).toBe(404);
  });
});

describe("a provider that is away", () => {
  test("is told as such at the start, and asked again the next time", async () => {
    expect((await at.browser().post("/api/sign-in/oidc/away")).body).toMatchObject({
      status: 503,
      code: "provider-not-answering",
    });
    const started = await startProvider([], Number(notYet.port));
    expect((await at.browser().post("/api/sign-in/oidc/away")).status).toBe(200);
    await started.stop();
  });

  test("when somebody comes back lets nobody in", async () => {
    const short = await startProvider([
      {
        client_id: "staff",
        client_secret: SECRET,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${CALLBACK}/short/callback`],
        response_types: ["code"],
      },
    ]);
    const settings = { id: "short", name: "Short", issuer: short.issuer, clientId: "staff", clientSecret: SECRET };
    writeFileSync(join(folder, "oidc.json"), JSON.stringify({ providers: [settings] }));
    const other = await serveIdentity({ oidc: await readProviders(folder) });
    const browser = other.browser();
    const { body } = await browser.post<{ location: string }>("/api/sign-in/oidc/short");
    const back = await short.signIn(body.location, "anyone");
    await short.stop();
    expect(await movesTo(browser, back)).toBe(whyNot("provider-not-answering"));
    expect((await browser.post("/api/sign-in/oidc/short")).status).toBe(200);
    await other.remove();
  });
});

test("no secret, code or token of all this is in the log", async () => {
  const everything = JSON.stringify([await at.entries(), at.log]);
  for (const hidden of [SECRET, "another secret", "eyJ", "subject of"]) expect(everything).not.toContain(hidden);
});
