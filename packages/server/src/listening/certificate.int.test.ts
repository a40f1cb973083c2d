import { readFileSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:https";
import { request as plainRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type PeerCertificate, type SecureVersion, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listeningService } from "../http/second-service.fixture.ts";
import { servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";
import type { Service } from "../http/service.ts";
import { temporaryFolder } from "../store/engines.fixture.ts";
import { CertificateFault, readCertificate, watchCertificate, type CertificateFiles } from "./certificate.ts";
import { writeCertificate } from "./certificate.fixture.ts";

const NAME = "concord.example";
const folder = temporaryFolder();
let files: CertificateFiles;
let served: ServedPractice;
let service: Service;
let port = 0;

beforeEach(() => {
  files = writeCertificate(folder.path, NAME);
});
beforeAll(async () => {
  files = writeCertificate(folder.path, NAME);
  served = await servePractice();
  ({ service, port } = await listeningService(served, { publicUrl: `https://${NAME}`, tls: readCertificate(files) }));
});
afterAll(async () => {
  await service.close();
  await served.remove();
  folder.remove();
});

const shake = (versions: { minVersion?: SecureVersion; maxVersion?: SecureVersion } = {}) =>
  new Promise<TLSSocket>((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", servername: NAME, rejectUnauthorized: false, ...versions }, () =>
      resolve(socket),
    ).on("error", reject);
  });

const get = (path: string, headers: Record<string, string> = {}, socket?: TLSSocket) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const options = { port, host: "127.0.0.1", servername: NAME, rejectUnauthorized: false, path };
    request(
      {
        ...options,
        headers: { host: NAME, ...headers },
        ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
      },
      (answer) => {
        answer.resume().on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers }));
      },
    )
      .on("error", reject)
      .end();
  });

const servedNow = async (): Promise<PeerCertificate> => {
  const socket = await shake();
  const certificate = socket.getPeerCertificate();
  socket.destroy();
  return certificate;
};

describe("over TLS", () => {
  test("the service answers under its name, and tells browsers to come so alone", async () => {
    const { status, headers } = await get("/api/health");
    expect(status).toBe(200);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect((await get("/api/health", { host: "evil.example" })).status).toBe(421);
    expect((await get("/api/practice", { host: "localhost" })).status).toBe(421);
  });

  test("1.2 and 1.3 are spoken, with forward secrecy; what is older is refused", async () => {
    for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
      const socket = await shake({ minVersion: version, maxVersion: version });
      expect([socket.getProtocol(), socket.getCipher().name]).toEqual([version, expect.stringMatching(/GCM|CHACHA/)]);
      socket.destroy();
    }
    await expect(shake({ minVersion: "TLSv1", maxVersion: "TLSv1.1" })).rejects.toThrow();
  });

  test("plain HTTP at the same port gets no answer", async () => {
    const answered = await new Promise<boolean>((resolve) => {
      plainRequest({ port, host: "127.0.0.1", path: "/api/health", agent: false }, () => resolve(true))
        .on("error", () => resolve(false))
        .end();
    });
    expect(answered).toBe(false);
  });

  test("the cookies of who signs in are for HTTPS and this host alone", async () => {
    const cookie = (await served.signInAs(["pharmacist"])).replace("concord_session", "__Host-concord_session");
    expect((await get("/api/session", { cookie })).status).toBe(200);
    expect((await get("/api/session", { cookie: cookie.replace("__Host-", "") })).status).toBe(401);
  });
});

describe("a renewed certificate", () => {
  const said: string[] = [];
  const watchFor = async (change: () => void): Promise<string> => {
    said.length = 0;
    const watch = watchCertificate(service.server as unknown as Server, files, (line) => said.push(line), 5);
    change();
    for (let tries = 0; tries < 400 && said.length === 0; tries++) await pause(5);
    watch.stop();
    return said[0] ?? "nothing";
  };

  test("is served to whoever connects after the files changed; who is connected stays so", async () => {
    const [before, open] = [(await servedNow()).serialNumber, await shake()];
    expect(await watchFor(() => writeCertificate(folder.path, NAME))).toContain("anew");
    expect((await servedNow()).serialNumber).not.toBe(before);
    expect((await get("/api/health", {}, open)).status).toBe(200);
    open.destroy();
  });

  test("is read at once where that is asked for", async () => {
    const before = (await servedNow()).serialNumber;
    const watch = watchCertificate(service.server as unknown as Server, files, () => {}, 60_000);
    writeCertificate(folder.path, NAME);
    watch.again();
    watch.stop();
    expect((await servedNow()).serialNumber).not.toBe(before);
  });

  test("that is half written changes nothing, and is told", async () => {
    const before = (await servedNow()).serialNumber;
    const half = readFileSync(files.cert, "utf8").slice(0, 100);
    expect(await watchFor(() => writeFileSync(files.cert, half))).toContain("stays in use");
    expect((await servedNow()).serialNumber).toBe(before);
  });
});

describe("refused with its reason", () => {
  const fault = (): string => {
    try {
      readCertificate(files);
      return "none";
    } catch (error) {
      expect(error).toBeInstanceOf(CertificateFault);
      return (error as Error).message;
    }
  };

  test("a key of another certificate", () => {
    const { key } = files;
    const other = readFileSync(key, "utf8");
    writeCertificate(folder.path, NAME);
    writeFileSync(key, other);
    expect(fault()).toContain("no certificate and its key");
  });

  test("a certificate that has ended", () => {
    files = writeCertificate(folder.path, NAME, -1);
    expect(fault()).toContain("ended on");
  });

  test("a file that is not there, or is something else", () => {
    writeFileSync(files.key, "nonsense");
    expect(fault()).toContain("PEM");
    files = { ...files, cert: `${files.cert}.none` };
    expect(fault()).toContain("cannot be read (ENOENT)");
  });
});
