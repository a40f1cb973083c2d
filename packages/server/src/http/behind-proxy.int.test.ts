import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeningService } from "./second-service.fixture.ts";
import { servePractice, type ServedPractice } from "./served-practice.fixture.ts";
import type { Service } from "./service.ts";

const NAME = "concord.example";
let served: ServedPractice;
const services: Service[] = [];

const behind = async (proxies: readonly string[]): Promise<number> => {
  const { service, port } = await listeningService(served, { publicUrl: `https://${NAME}`, proxies });
  services.push(service);
  return port;
};

let believing = 0;
let stranger = 0;
beforeAll(async () => {
  served = await servePractice();
  believing = await behind(["127.0.0.1", "::1"]);
  stranger = await behind(["10.1.2.3"]);
});
afterAll(async () => {
  for (const service of services) await service.close();
  await served.remove();
});

interface Got {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

const ask = (port: number, path: string, headers: Record<string, string>, method = "GET", body = "") =>
  new Promise<Got>((resolve, reject) => {
    request({ port, host: "127.0.0.1", method, path, agent: false, headers }, (answer) => {
      let text = "";
      answer.on("data", (bytes: Buffer) => (text += bytes));
      answer.on("end", () =>
        resolve({ status: answer.statusCode!, cookies: answer.headers["set-cookie"] ?? [], text }),
      );
    })
      .on("error", reject)
      .end(body);
  });

const FORWARDED = { host: NAME, "x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.7" };

describe("through a proxy that is believed", () => {
  test.each([
    ["its own host header", FORWARDED],
    ["X-Forwarded-Host", { ...FORWARDED, host: "127.0.0.1:4100", "x-forwarded-host": NAME }],
    ["the usual port written out", { ...FORWARDED, host: `${NAME}:443` }],
  ])("the name is answered by %s", async (_, headers) => {
    expect((await ask(believing, "/api/health", headers)).status).toBe(200);
  });

  test.each([
    ["another name", { ...FORWARDED, host: "evil.example" }],
    ["another name forwarded", { ...FORWARDED, "x-forwarded-host": "evil.example" }],
    ["another port", { ...FORWARDED, host: `${NAME}:8443` }],
    ["plain HTTP in front of it", { ...FORWARDED, "x-forwarded-proto": "http" }],
    ["no word of HTTPS", { host: NAME }],
    ["a protocol that is none", { ...FORWARDED, "x-forwarded-proto": "https://concord.example/?" }],
    ["a name with a user", { ...FORWARDED, host: `x@${NAME}` }],
    ["this machine, by a browser", { host: "127.0.0.1:4100" }],
  ])("%s is not", async (_, headers) => {
    expect((await ask(believing, "/api/session", headers)).status).toBe(421);
  });

  test("the command line of this machine is answered, by its key", async () => {
    const here = { host: `127.0.0.1:${believing}` };
    expect((await ask(believing, "/api/openapi.json", { ...here, authorization: "Bearer wrong" })).status).toBe(401);
    expect((await ask(believing, "/api/health", here)).status).toBe(200);
  });

  test("changes come from pages of the public name alone", async () => {
    const headers = { ...FORWARDED, "content-type": "application/json" };
    const signIn = (origin: string) =>
      ask(believing, "/api/sign-in/password", { ...headers, origin }, "POST", '{"login":"x","password":"y"}');
    expect((await signIn(`https://${NAME}`)).status).toBe(401);
    for (const origin of [`http://${NAME}`, "https://evil.example", `https://${NAME}:8443`, "null"])
      expect((await signIn(origin)).status, origin).toBe(403);
  });

  test("the log says from where the proxy was asked", async () => {
    const { db } = served.store;
    const cookie = (await served.signInAs(["pharmacist"])).replace("concord_session", "__Host-concord_session");
    const headers = { ...FORWARDED, cookie, "x-forwarded-for": "203.0.113.9, 192.0.2.7" };
    expect((await ask(believing, "/api/imports", headers)).status).toBe(200);
    const { inPractice } = await import("../store/in-practice.ts");
    const last = await inPractice(db, served.practiceId, (trx) =>
      trx.selectFrom("audit_log").select("from_where").orderBy("number", "desc").executeTakeFirstOrThrow(),
    );
    expect(last.from_where).toBe("192.0.2.7");
  });
});

test("whoever is no proxy is not believed: neither a name, nor a protocol, nor an address", async () => {
  expect((await ask(stranger, "/api/session", FORWARDED)).status).toBe(421);
  expect(
    (await ask(stranger, "/api/session", { ...FORWARDED, host: "localhost", "x-forwarded-host": NAME })).status,
  ).toBe(421);
});
