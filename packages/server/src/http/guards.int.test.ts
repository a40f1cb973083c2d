import { randomUUID } from "node:crypto";
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../store/engines.fixture.ts";
import { secondService } from "./second-service.fixture.ts";
import { PROBLEMS } from "./problems.ts";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "./served-practice.fixture.ts";
import type { Service } from "./service.ts";

let served: ServedPractice;
let pages: Service;
const folder = temporaryFolder();
const INDEX = "<!doctype html><title>Concord</title>";

beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
  mkdirSync(join(folder.path, "assets"));
  writeFileSync(join(folder.path, "index.html"), INDEX);
  writeFileSync(join(folder.path, "assets", "index-Dk3_x9Qa.js"), `export default ${"1 + ".repeat(2000)}1;`);
  writeFileSync(join(folder.path, "secret.txt"), "not a secret");
  pages = await secondService(served, { webFolder: folder.path });
});
afterAll(async () => {
  await pages.close();
  await served.remove();
  folder.remove();
});

const HOST = { host: "localhost:3000" };
const page = (url: string, headers: Record<string, string> = {}) =>
  pages.inject({ url, headers: { ...HOST, ...headers } });

describe("who is answered", () => {
  test.each(["localhost", "localhost:1", "127.0.0.1:65535", "[::1]:80", "LOCALHOST:3000"])(
    "%s is this machine",
    async (host) => {
      expect((await served.call("GET", "/api/health", undefined, { host })).status).toBe(200);
    },
  );

  test.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:80",
    "127.0.0.2",
    "localhost:80@evil.example",
    "0.0.0.0",
  ])("a request for %j is not, for pages neither", async (host) => {
    expect((await served.call("GET", "/api/practice", undefined, { host })).body).toMatchObject({
      status: 421,
      code: "host-not-allowed",
    });
    expect((await pages.inject({ url: "/", headers: { host } })).statusCode).toBe(421);
  });

  test.each([
    [{ origin: "http://evil.example" }],
    [{ origin: "http://localhost:8081" }],
    [{ origin: "https://localhost:8080" }],
    [{ origin: "null" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
  ])("a page elsewhere changes nothing: %j", async (headers) => {
    const answer = await served.call(
      "PUT",
      "/api/basket/capacity",
      { capacity: 0 },
      headers as unknown as Record<string, string>,
    );
    expect(answer.body).toMatchObject({ status: 403, code: "origin-not-allowed" });
    expect(await served.get("/api/basket/capacity")).toEqual({ capacity: 20 });
  });

  test("a page of this service changes things, and so does a program", async () => {
    for (const headers of [{ origin: "http://localhost:8080", "sec-fetch-site": "same-origin" }, {}])
      expect(
        (await served.call("PUT", "/api/basket/capacity", { capacity: 20 }, headers as Record<string, string>)).status,
      ).toBe(200);
  });

  test("no other origin is ever let in", async () => {
    const { headers, status } = await served.call("OPTIONS", "/api/practice", undefined, {
      origin: "http://evil.example",
      "access-control-request-method": "GET",
    });
    expect([status, Object.keys(headers).filter((name) => name.startsWith("access-control"))]).toEqual([404, []]);
  });
});

describe("what every answer says to a browser", () => {
  test.each([
    "/api/practice",
    "/api/none",
    "/api/people/%zz",
    "/api/docs",
    "/",
    "/assets/index-Dk3_x9Qa.js",
    "/none.js",
  ])("%s", async (url) => {
    const { headers } = await page(url);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(headers["permissions-policy"]).toContain("camera=()");
    if (url.startsWith("/api")) expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("pages", () => {
  test("open at every address of theirs; files that are missing stay missing", async () => {
    for (const url of ["/", "/people/P1", "/people/a%2Fb.c?x=1", "/register?doseMin=90"]) {
      const { statusCode, body, headers } = await page(url);
      expect([statusCode, body, headers["cache-control"]], url).toEqual([200, INDEX, "no-cache"]);
    }
    for (const url of [
      "/none.js",
      "/assets/none-12345678.css",
      "/api",
      "/api/none",
      "/../package.json",
      "/%2e%2e/package.json",
    ]) {
      const { statusCode, body } = await page(url);
      expect([308, 401, 404].includes(statusCode), `${url} ${statusCode}`).toBe(true);
      expect(body).not.toBe(INDEX);
    }
    expect((await pages.inject({ method: "POST", url: "/people/P1", headers: HOST })).statusCode).toBe(404);
  });

  test("fingerprinted files are kept for ever, and come compressed", async () => {
    const { headers, rawPayload, statusCode } = await page("/assets/index-Dk3_x9Qa.js", {
      "accept-encoding": "gzip, br",
    });
    expect([statusCode, headers["content-encoding"], headers["cache-control"]]).toEqual([
      200,
      "br",
      "public, max-age=31536000, immutable",
    ]);
    expect(brotliDecompressSync(rawPayload).toString()).toBe(
      readFileSync(join(folder.path, "assets", "index-Dk3_x9Qa.js"), "utf8"),
    );
  });
});

describe("the description", () => {
  test("is OpenAPI 3.1 with every code of a problem, and names no route twice", async () => {
    const description = await served.get<{
      openapi: string;
      paths: Record<string, Record<string, { summary: string; tags: string[] }>>;
    }>("/api/openapi.json");
    expect(description.openapi).toMatch(/^3\.1\./);
    const all = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    for (const { summary, tags } of all) expect([summary.length > 10, tags.length]).toEqual([true, 1]);
    expect(new Set(all.map(({ summary }) => summary)).size).toBe(all.length);
  });

  test("is a page without scripts, styles or files from elsewhere", async () => {
    const { text, type } = await served.call("GET", "/api/docs");
    expect(type).toBe("text/html; charset=utf-8");
    expect(text).not.toMatch(/<script|style=|<style|src=|href="https?:|\son\w+="/);
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`id="problem-${code}"`);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await served.call("GET", "/api/docs.css")).type).toBe("text/css; charset=utf-8");
  });
});

describe("the log", () => {
  test("says what was asked by its pattern, and never of whom", async () => {
    const before = served.log.length;
    await served.call("GET", `/api/people/${randomUUID()}?x=SECRET-WORD`);
    await served.call("GET", "/api/people/SECRET-REFERENCE");
    await served.call("GET", "/api/register?search=SECRET-WORD&prescriber=SECRET-NAME");
    await served.call("POST", "/api/register", { search: "SECRET-WORD", prescriber: "SECRET-NAME" });
    await served.call("POST", "/api/people/find", { reference: "SECRET-REFERENCE" });
    await served.call("POST", "/api/people/SECRET-REFERENCE/referrals", { reason: "SECRET-WORD" });
    await served.call("GET", "/api/none/SECRET-REFERENCE");
    await served.call("GET", "/api/people/SECRET%zz");
    await served.call("GET", "/api/register?lastIssueFrom=0000-01-01");
    const lines = served.log.slice(before);
    expect(lines.join("")).not.toContain("SECRET");
    const first = JSON.parse(lines[0]!) as { req: object; reqId: string };
    expect(first).toMatchObject({ req: { method: "GET", address: "/api/people/:key" }, res: { status: 404 } });
  });

  test("a fault has its number in the log and in the answer, and not its words", async () => {
    const log: string[] = [];
    const broken = await secondService(served, {
      practiceId: "SECRET no practice",
      log: { level: "info", write: (line) => log.push(line) },
    });
    const { body } = await broken.inject({ url: "/api/practice", headers: HOST });
    await broken.close();
    expect(body + log.join("")).not.toContain("SECRET");
  });

  test("a store that is away is told as such, and the service goes on", async () => {
    const cookie = await served.signInAs(STAFF);
    const { openDatabase } = await import("../store/connect.ts");
    const away = openDatabase({ host: "127.0.0.1", port: 9, database: "x", user: "x", password: "x" });
    const lonely = await secondService(served, { db: away });
    for (const url of ["/api/health", "/api/register", "/api/export"]) {
      const answer = await lonely.inject({ url, headers: { ...HOST, cookie } });
      expect(answer.json(), url).toMatchObject({ status: 503, code: "store-not-answering" });
      expect(answer.headers["content-disposition"], "a problem is no file").toBeUndefined();
    }
    await lonely.close();
    await away.destroy();
  });
});

test("what is no HTTP at all is refused, and the service goes on", async () => {
  await pages.listen({ host: "127.0.0.1", port: 0 });
  const { port } = pages.addresses()[0] as AddressInfo;
  const sent = (text: string) =>
    new Promise<string>((resolve) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket
        .on("data", (bytes) => (answer += bytes.toString()))
        .on("close", () => resolve(answer))
        .on("error", () => resolve(answer));
    });
  expect(await sent("nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await sent(`GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await sent("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 421 /);
  expect(await sent("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await sent(`GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});
