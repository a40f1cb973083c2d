import { request, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeningService } from "./second-service.fixture.ts";
import { MOST_HEADERS, MOST_LEVELS } from "./request-limits.ts";
import {
  formOf,
  KNOWN_EXTRACT,
  servePractice,
  STAFF,
  twinExtract,
  type ServedPractice,
} from "./served-practice.fixture.ts";
import type { Service } from "./service.ts";

const WATCHED = 200;
let served: ServedPractice;
let service: Service;
let port = 0;
let cookie = "";

beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
  await served.take("twin.csv", await twinExtract(120));
  cookie = await served.signInAs(STAFF);
  const pace = { watchedMilliseconds: WATCHED, bytesASecond: 1000 };
  ({ service, port } = await listeningService(served, { mostUpload: 1 << 20, pace }));
});
afterAll(async () => {
  await service.close();
  await served.remove();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: { readonly code?: string; readonly detail?: string };
}

const send = (
  method: string,
  path: string,
  body: string | Buffer = "",
  headers: Readonly<Record<string, string>> = {},
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method, path, agent: false, headers: { cookie, ...headers } });
    asked.on("response", (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (bytes: Buffer) => parts.push(bytes));
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        const isJson = /json/.test(answer.headers["content-type"] ?? "");
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          body: isJson ? (JSON.parse(text) as object) : {},
        });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });

const JSON_TYPE = { "content-type": "application/json" };
const PUT_CAPACITY = ["PUT", "/api/basket/capacity"] as const;

/** What came back over a bare connection, until it ended. */
const raw = (talk: (socket: Socket) => void | Promise<void>): Promise<string> =>
  new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => void talk(socket));
    socket.on("data", (bytes) => (answer += bytes.toString("latin1")));
    socket.on("error", () => {}).on("close", () => resolve(answer));
  });

/** The service is there for everyone else. */
const goesOn = async (): Promise<void> => {
  expect((await send("GET", "/api/health")).status).toBe(200);
};

describe("bodies", () => {
  test.each([
    ["of lists in lists", `{"capacity":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
    ["of objects in objects", `{"capacity":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`],
    ["one level too deep", `{"capacity":${"[".repeat(MOST_LEVELS)}${"]".repeat(MOST_LEVELS)}}`],
  ])("%s are refused by their depth", async (_, body) => {
    const answer = await send(...PUT_CAPACITY, body, JSON_TYPE);
    expect(answer.body).toMatchObject({ code: "request-not-valid", detail: expect.stringContaining("levels") });
    await goesOn();
  });

  test.each([
    ['{"capacity":3,"__proto__":{"polluted":true}}'],
    ['{"constructor":{"prototype":{"polluted":true}},"capacity":3}'],
    ['{"capacity":{"__proto__":3}}'],
  ])("%s changes no prototype and nothing else", async (body) => {
    expect((await send(...PUT_CAPACITY, body, JSON_TYPE)).status).toBe(400);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("larger than anything that is asked for are refused, said or not", async () => {
    const large = `{"capacity":"${"1".repeat(100_000)}"}`;
    expect((await send(...PUT_CAPACITY, large, JSON_TYPE)).body.code).toBe("body-too-large");
    const chunked = { ...JSON_TYPE, "transfer-encoding": "chunked" };
    expect((await send(...PUT_CAPACITY, large, chunked)).body.code).toBe("body-too-large");
    await goesOn();
  });

  test.each(["gzip", "br", "deflate", "gzip, gzip", "x"])("packed as %s are not unpacked", async (encoding) => {
    const bomb = gzipSync(`{"capacity":${" ".repeat(60_000)}3}`);
    const answer = await send(...PUT_CAPACITY, bomb, { ...JSON_TYPE, "content-encoding": encoding });
    expect(answer.body.code).toBe("media-type-not-taken");
    await goesOn();
  });
});

describe("files", () => {
  test("larger than the service takes are refused", async () => {
    const { body, headers } = formOf("large.csv", "x".repeat(2 << 20));
    expect((await send("POST", "/api/imports", body, headers)).body.code).toBe("body-too-large");
    await goesOn();
  });

  test("with more parts than one are refused", async () => {
    const { body, headers } = formOf("a.csv", "person");
    const twice = body.replace(/--\r\n$/, "\r\n") + body;
    const answer = await send("POST", "/api/imports", twice, headers);
    expect(answer.body).toMatchObject({ code: "request-not-valid", detail: expect.stringContaining("one file") });
  });

  test.each(["../../etc/passwd", "/etc/passwd", "..\\..\\x", "inbox/../../x", ".", "..", "a/b.csv"])(
    "%j is no file of the watched folder",
    async (path) => {
      const answer = await send("POST", "/api/imports", JSON.stringify({ path }), JSON_TYPE);
      expect(answer.body.code).toBe("file-missing");
    },
  );

  test("are kept under their digest, whatever they are called", async () => {
    const { body, headers } = formOf("../../../outside.csv", `${KNOWN_EXTRACT}\n`);
    const { status } = await send("POST", "/api/imports", body, headers);
    expect(status).toBe(202);
    await served.imports.idle();
    const { existsSync } = await import("node:fs");
    const { join } = await import("node:path");
    for (const folder of ["", "uploads", "uploads/.."])
      expect(existsSync(join(served.store.dataFolder, folder, "../../../outside.csv"))).toBe(false);
  });
});

describe("headers", () => {
  test("of more bytes than sixteen thousand are refused", async () => {
    const answer = await raw(
      (socket) => void socket.write(`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"a".repeat(20_000)}`),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"headers-too-large"');
    await goesOn();
  });

  test("more than a hundred are refused", async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_HEADERS }, (_, i) => [`x-${i}`, "1"]));
    expect((await send("GET", "/api/health", "", many)).body.code).toBe("headers-too-large");
    await goesOn();
  });

  test("that say two lengths, or a length and pieces, are no request", async () => {
    for (const both of ["content-length: 3\r\ncontent-length: 4", "content-length: 3\r\ntransfer-encoding: chunked"]) {
      const text = `POST /api/sign-in/password HTTP/1.1\r\nhost: localhost\r\n${both}\r\n\r\nabc`;
      expect(await raw((socket) => void socket.write(text))).toMatch(/^HTTP\/1\.1 400 /);
    }
    await goesOn();
  });
});

describe("whoever is slow", () => {
  const UPLOAD = (length: number) =>
    `POST /api/imports HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=b\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;

  test("with a body is refused, and nothing is kept of it", async () => {
    const answer = await raw(async (socket) => {
      socket.write(UPLOAD(100_000));
      while (!socket.destroyed) {
        socket.write("x");
        await pause(20);
      }
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"too-slow"');
    expect((await send("GET", "/api/imports")).body).not.toHaveProperty("imports.0.status", "queued");
    await goesOn();
  });

  test("with an answer that is never taken is dropped", async () => {
    let closed = false;
    const socket = connect(port, "127.0.0.1");
    socket.pause();
    socket.on("close", () => (closed = true)).on("error", () => (closed = true));
    // Asked for over and over, until nothing more fits between here and there.
    const ask = `GET /api/register?size=500 HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`;
    socket.write(ask.repeat(400));
    for (let tries = 0; tries < 200 && !closed; tries++) {
      await pause(50);
      const open = await new Promise<number>((resolve) => service.server.getConnections((_, count) => resolve(count)));
      if (open === 0) closed = true;
    }
    expect(closed).toBe(true);
    socket.destroy();
    await goesOn();
  });

  test("but goes on steadily is answered", async () => {
    const file = "x".repeat(40_000);
    const tail = "\r\n--b--\r\n";
    const answer = await raw(async (socket) => {
      const head = UPLOAD(0).split("\r\n\r\n")[1]!;
      socket.write(UPLOAD(head.length + 4 + file.length + tail.length));
      for (let at = 0; at < file.length; at += 1000) {
        socket.write(file.slice(at, at + 1000));
        await pause(20);
      }
      socket.write(tail);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 202 /);
    await served.imports.idle();
  });
});

describe("one account", () => {
  test("has its share of downloads, and is told when to ask again", async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => send("GET", "/api/register/export.csv")));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]).toMatchObject({ body: { code: "asked-too-often" }, headers: { "retry-after": /^\d+$/ } });
    expect((await send("GET", "/api/register?size=1")).status).toBe(200);
  });
});
