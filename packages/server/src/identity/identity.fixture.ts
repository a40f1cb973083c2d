import type { Role } from "@concord/exchange/api";
import { generate } from "otplib";
import { createAuditWriter } from "../audit/audit-writer.ts";
import { buildServer } from "../http/build-server.ts";
import { servePractice } from "../http/served-practice.fixture.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { firstAdministratorCode } from "../start/first-administrator.ts";
import { newPractice, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { newAccount } from "../store/queries/new-account.ts";
import { newCode } from "../store/queries/one-time-codes.ts";
import { hashOfCode, newOneTimeCode } from "./one-time-code.ts";
import { SESSION_LIMITS } from "./session-limits.ts";
import { createSessions } from "./sessions.ts";
import { NO_REGISTER } from "../register/no-register.fixture.ts";

export interface Answered<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser with cookies of its own, at an address of its own. */
export interface Browser {
  readonly cookies: Map<string, string>;
  readonly ask: <T = Record<string, unknown>>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    body?: object,
  ) => Promise<Answered<T>>;
  readonly post: <T = Record<string, unknown>>(url: string, body?: object) => Promise<Answered<T>>;
  readonly get: <T = Record<string, unknown>>(url: string) => Promise<Answered<T>>;
}

/** A practice without any account, and its service. */
export interface IdentityService {
  readonly service: Service;
  readonly store: TestStore;
  readonly practiceId: string;
  readonly parts: ServiceParts;
  readonly log: readonly string[];
  readonly browser: (address?: string, host?: string) => Browser;
  readonly consoleCode: () => Promise<string | null>;
  /** A new account that nobody has taken up, and its one-time code. */
  readonly newcomer: (login: string, roles?: readonly Role[]) => Promise<{ id: string; code: string }>;
  /** What the log has, the oldest first. */
  readonly entries: () => Promise<
    readonly { action: string; outcome: string; who: string; about: Record<string, unknown> }[]
  >;
  readonly remove: () => Promise<void>;
}

export const PASSWORD = "a long enough password";

const browserOf = (service: Service, address: string, host: string): Browser => {
  const cookies = new Map<string, string>();
  const ask: Browser["ask"] = async <T>(method: "GET" | "POST" | "PUT" | "DELETE", url: string, body?: object) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await service.inject({
      method,
      url,
      remoteAddress: address,
      headers: { host, ...(cookie === "" ? {} : { cookie }), "user-agent": "a test" },
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (value === "" || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    const isJson = String(answer.headers["content-type"] ?? "").includes("json");
    return {
      status: answer.statusCode,
      text: answer.body,
      body: (isJson && answer.body !== "" ? JSON.parse(answer.body) : {}) as T,
      headers: answer.headers,
    };
  };
  return { cookies, ask, post: (url, body = {}) => ask("POST", url, body), get: (url) => ask("GET", url) };
};

export const serveIdentity = async (more: Partial<ServiceParts> = {}): Promise<IdentityService> => {
  const served = await servePractice(undefined, false);
  const { store } = served;
  const practiceId = await newPractice(store, "Empty practice", false);
  const inThis = { db: store.db, practiceId };
  const log: string[] = [];
  const parts: ServiceParts = {
    ...served.identity,
    ...inThis,
    sessions: createSessions(inThis, SESSION_LIMITS),
    audit: createAuditWriter(inThis),
    imports: served.imports,
    register: NO_REGISTER,
    webFolder: null,
    version: "0.1.0-test",
    log: { level: "info", write: (line) => log.push(line) },
    ...more,
  };
  const service = await buildServer(parts);
  return {
    service,
    store,
    practiceId,
    parts,
    log,
    browser: (address = "127.0.0.1", host = "localhost:8080") => browserOf(service, address, host),
    consoleCode: () => firstAdministratorCode(store.db, practiceId),
    newcomer: (login, roles = ["prescriber"]) =>
      inPractice(store.db, practiceId, async (trx) => {
        const made = { practiceId, login, name: `The ${login}`, roles, personId: null, demonstration: false };
        const id = (await newAccount(trx, { ...made, createdBy: null }))!;
        const code = newOneTimeCode();
        await newCode(trx, practiceId, { accountId: id, codeHash: hashOfCode(code), hours: 48 });
        return { id, code };
      }),
    entries: () =>
      inPractice(store.db, practiceId, (trx) =>
        trx.selectFrom("audit_log").select(["action", "outcome", "who", "about"]).orderBy("number").execute(),
      ),
    remove: async () => {
      await service.close();
      await served.remove();
    },
  };
};

/** Takes an account up with a password; the secret of its authenticator. */
export const takeUp = async (browser: Browser, code: string, who: object = {}): Promise<string> => {
  const looked = await browser.post<{ totp: { secret: string } }>("/api/take-up/look", { code });
  const { secret } = looked.body.totp;
  const totpCode = await generate({ secret });
  const answer = await browser.post("/api/take-up/password", { code, ...who, password: PASSWORD, totpCode });
  if (answer.status !== 204) throw new Error(`taking up answered ${answer.status}: ${answer.text}`);
  return secret;
};

/** The first administrator, signed in. */
export const firstAdministrator = async (at: IdentityService, login = "admin"): Promise<Browser> => {
  const browser = at.browser();
  await takeUp(browser, (await at.consoleCode())!, { login, name: `The ${login}` });
  return browser;
};

/** The code that the authenticator shows so many steps of 30 seconds from now. */
export const shownCode = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
