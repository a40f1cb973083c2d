import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../store/engines.fixture.ts";
import { listeningService } from "./second-service.fixture.ts";
import { securityHeaders } from "./security-headers.ts";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "./served-practice.fixture.ts";
import type { Service } from "./service.ts";

let served: ServedPractice;
let service: Service;
let port = 0;
let cookie = "";
const folder = temporaryFolder();

beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
  cookie = await served.signInAs(STAFF);
  mkdirSync(join(folder.path, "assets"));
  writeFileSync(join(folder.path, "index.html"), "<!doctype html><title>Concord</title>");
  writeFileSync(join(folder.path, "icon.svg"), "<svg/>");
  writeFileSync(join(folder.path, "assets", "index-Dk3_x9Qa.js"), "export default 1;");
  ({ service, port } = await listeningService(served, { webFolder: folder.path }));
});
afterAll(async () => {
  await service.close();
  await served.remove();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The first answer over a connection of its own. */
const answerTo = (text: string): Promise<Answer> =>
  new Promise((resolve) => {
    let came = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      came += bytes.toString("latin1");
      const end = came.indexOf("\r\n\r\n");
      if (end === -1) return;
      socket.destroy();
      const [first = "", ...lines] = came.slice(0, end).split("\r\n");
      const pairs = lines.map((line) => line.split(/: (.*)/s, 2));
      const headers = Object.fromEntries(pairs.map(([name = "", value = ""]) => [name.toLowerCase(), value]));
      resolve({ status: Number(first.split(" ")[1]), headers });
    });
  });

const ask = (line: string, more = "", body = ""): (() => string) => {
  const length = body === "" ? "" : `content-length: ${body.length}\r\n`;
  return () => `${line} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n${more}${length}\r\n${body}`;
};
const JSON_TYPE = "content-type: application/json\r\n";
const SIGN_IN = "POST /api/sign-in/password";

const KINDS: readonly (readonly [kind: string, status: number, text: () => string])[] = [
  ["a page", 200, ask("GET /")],
  ["a page at an address of its own", 200, ask("GET /people/P1")],
  ["a page's head", 200, ask("HEAD /")],
  ["a script", 200, ask("GET /assets/index-Dk3_x9Qa.js")],
  ["a script that is there already", 200, ask("GET /assets/index-Dk3_x9Qa.js", 'if-none-match: "x"\r\n')],
  ["a picture", 200, ask("GET /icon.svg")],
  ["a file that is missing", 404, ask("GET /assets/none.js")],
  ["records", 200, ask("GET /api/register")],
  ["a table", 200, ask("GET /api/register/export.csv")],
  ["an archive", 200, ask("GET /api/export")],
  ["the description", 200, ask("GET /api/openapi.json")],
  ["the description to read", 200, ask("GET /api/docs")],
  ["a way elsewhere", 308, ask("GET /api")],
  ["whether it is well", 200, ask("GET /api/health")],
  ["nobody signed in", 401, () => "GET /api/register HTTP/1.1\r\nhost: localhost\r\n\r\n"],
  ["a wrong password", 401, ask(SIGN_IN, JSON_TYPE, '{"login":"x","password":"y"}')],
  ["another site's form", 403, ask(SIGN_IN, `${JSON_TYPE}origin: https://evil.example\r\n`, "{}")],
  ["no such address", 404, ask("GET /api/none")],
  ["no such method there", 404, ask("DELETE /api/register")],
  ["a method that nobody has", 404, ask("PROPFIND /api/register")],
  ["a body that is no JSON", 400, ask(SIGN_IN, JSON_TYPE, "{")],
  ["a body of another shape", 400, ask(SIGN_IN, JSON_TYPE, "{}")],
  ["a body that is too large", 413, ask(SIGN_IN, `${JSON_TYPE}content-length: 99999999\r\n`)],
  ["another kind of body", 415, ask(SIGN_IN, "content-type: text/xml\r\n", "<a/>")],
  ["another name", 421, () => "GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n"],
  ["an address that cannot be read", 400, ask("GET /api/people/%zz")],
  ["an address that is too long", 414, ask(`GET /api/people/${"a".repeat(2000)}`)],
  ["headers that are too large", 431, ask("GET /", `x: ${"a".repeat(20_000)}\r\n`)],
  ["too many headers", 431, ask("GET /", "x: 1\r\n".repeat(200))],
  ["no HTTP", 400, () => "nonsense\r\n\r\n"],
  ["no host", 421, () => "GET / HTTP/1.1\r\n\r\n"],
  ["another protocol that is wished for", 200, ask("GET /api/health", "connection: upgrade\r\nupgrade: websocket\r\n")],
  [
    "HTTP/2 that is wished for",
    200,
    ask("GET /api/health", "connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n"),
  ],
  ["something expected", 200, ask("GET /api/health", "expect: the-impossible\r\n")],
];

describe("every answer forbids a browser what it does not need", () => {
  test.each(KINDS)("%s", async (_, status, text) => {
    const answer = await answerTo(text());
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(securityHeaders(null));
    expect(answer.headers).not.toHaveProperty("x-powered-by");
    expect(answer.headers).not.toHaveProperty("server");
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("what holds records or refuses is kept by nobody", () => {
  test.each(KINDS)("%s", async (kind, status, text) => {
    const { headers } = await answerTo(text());
    const isFile = status === 200 && /^a (page|script|picture)/.test(kind);
    const kept = { "a script": "public, max-age=31536000, immutable" }[kind.slice(0, 8)];
    expect(headers["cache-control"]).toBe(isFile ? (kept ?? "no-cache") : "no-store");
  });
});

describe("the policy of the pages", () => {
  const policy = securityHeaders(null)["content-security-policy"]!.split("; ");

  test("begins with nothing, and lets in the service's own files alone", () => {
    expect(policy).toContain("default-src 'none'");
    for (const part of ["script-src", "style-src", "connect-src", "font-src"])
      expect(policy).toContain(`${part} 'self'`);
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:|blob:/);
  });

  test("takes no text for script or markup, from nobody", () => {
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("trusted-types 'none'");
  });

  test("a service without a name of its own asks nobody to come over HTTPS", () => {
    expect(securityHeaders(null)).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders("https://concord.example")["strict-transport-security"]).toContain("max-age=31536000");
  });
});
