import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeCertificate } from "./listening/certificate.fixture.ts";
import { openClient } from "./store/connect.ts";
import { readPostmaster, isRunning } from "./store/embedded/postmaster.ts";
import { readSecret } from "./store/embedded/secret.ts";
import { ensureOwnRoles } from "./store/roles.ts";
import { findEmbedded, startEmbedded } from "./store/embedded/start-embedded.ts";
import { temporaryFolder } from "./store/engines.fixture.ts";

// Each starts whole services, some of them several.
vi.setConfig({ testTimeout: 120_000 });

const MAIN = join(import.meta.dirname, "main.ts");
const ASK_HEALTH = join(import.meta.dirname, "..", "..", "..", "deploy", "ask-health.mjs");
const SMALL = ["--port", "0", "--people", "60"];
let folder: ReturnType<typeof temporaryFolder>;
const running = new Set<ChildProcess>();
beforeEach(() => (folder = temporaryFolder()));
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  folder.remove();
});

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly said: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const start = async (words = SMALL, environment = {}): Promise<Started> => {
  const child = spawn(process.execPath, [MAIN, "--data", folder.path, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk));
  while (!out.endsWith("/\n")) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
    await pause(20);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  return { child, address: out.trim().split("\n").at(-1)!, said: () => said, end };
};

/** Signed in as one of the accounts that were printed. */
const cookie = async (address: string): Promise<string> => {
  const accounts = JSON.parse(readFileSync(join(folder.path, "demonstration-accounts.json"), "utf8")) as {
    login: string;
    password: string;
  }[];
  const answer = await fetch(`${address}api/sign-in/password`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(accounts.find(({ login }) => login === "pharmacist")),
  });
  // Its database may just be starting anew.
  if (answer.status === 503) return pause(100).then(() => cookie(address));
  expect(answer.status).toBe(204);
  return answer.headers.getSetCookie()[0]!.split(";", 1)[0]!;
};

const practiceAt = async (address: string): Promise<{ synthetic: boolean; people: number; asOf: string | null }> => {
  const answer = await fetch(`${address}api/practice`, { headers: { cookie: await cookie(address) } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { synthetic: boolean; people: number; asOf: string | null };
};
const cluster = () => readSecret(folder.path)!.cluster;

test("starts in an empty folder with a synthetic practice, on the loopback alone; Ctrl-C ends the database too", async () => {
  const { address, said, end } = await start();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(said()).toMatch(/to sign in with:\n {2}prescriber +[a-z2-9]{4}(-[a-z2-9]{4}){3}\n/);
  expect(await practiceAt(address)).toMatchObject({ synthetic: true, asOf: expect.stringMatching(/^2026-11-/) });
  const postmaster = readPostmaster(cluster())!;
  expect(await end("SIGINT")).toBe(0);
  expect(isRunning(cluster(), postmaster)).toBe(false);
});

test("a second service on the same records says where the first is, and exits with 2", async () => {
  const { address } = await start();
  const second = spawnSync(process.execPath, [MAIN, "--data", folder.path, ...SMALL], { encoding: "utf8" });
  expect(second.status).toBe(2);
  expect(second.stderr.trim().split("\n").at(-1)).toBe(address);
  expect(second.stdout).toBe("");
  await practiceAt(address);
});

test("after kill -9 the next start takes over, with everything that was there", async () => {
  const first = await start();
  const before = await practiceAt(first.address);
  await first.end("SIGKILL");
  expect(isRunning(cluster(), readPostmaster(cluster())!)).toBe(true);
  const second = await start();
  expect(await practiceAt(second.address)).toEqual(before);
  expect(await second.end("SIGTERM")).toBe(0);
});

test("after kill -9 of the database the same service answers again", async () => {
  const { address } = await start();
  const before = await practiceAt(address);
  process.kill(readPostmaster(cluster())!.pid, "SIGKILL");
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${address}api/health`).catch(() => null);
    if (answer?.status === 200) break;
    expect(tries).toBeLessThan(200);
    await pause(100);
  }
  expect(await practiceAt(address)).toEqual(before);
  // It still holds its records: no other service comes in between.
  await pause(2500);
  const second = spawnSync(process.execPath, [MAIN, "--data", folder.path, ...SMALL], { encoding: "utf8" });
  expect(second.status).toBe(2);
});

/** Nobody can sign in: the store itself is asked. */
const nobodyIn = async ({ address, said }: Started): Promise<unknown> => {
  expect((await fetch(`${address}api/practice`)).status).toBe(401);
  expect(said()).not.toContain("to sign in with");
  const client = await openClient((await findEmbedded(folder.path))!.admin);
  const { rows } = await client.query(`select synthetic, (select count(*)::int from person) as people,
    (select count(*)::int from account) as accounts from practice`);
  await client.end();
  return rows;
};

test("without an account, the code of the first administrator is said before the address, another at each start", async () => {
  const codeOf = (said: string): string => /one-time code:\n {2}((?:[a-z2-9]{4}-?){5})\n/.exec(said)![1]!;
  const look = async ({ address, said }: Started): Promise<number> => {
    const body = JSON.stringify({ code: codeOf(said()) });
    const headers = { "content-type": "application/json" };
    return (await fetch(`${address}api/take-up/look`, { method: "POST", headers, body })).status;
  };
  const first = await start([...SMALL, "--empty"]);
  expect(await look(first)).toBe(200);
  await first.end("SIGTERM");
  const second = await start([...SMALL, "--empty"]);
  expect(codeOf(second.said())).not.toBe(codeOf(first.said()));
  expect(await look(second)).toBe(200);
});

test("--empty starts without anyone, and stays so", async () => {
  const first = await start([...SMALL, "--empty"]);
  expect(await nobodyIn(first)).toEqual([{ synthetic: false, people: 0, accounts: 0 }]);
  await first.end("SIGTERM");
  expect(await nobodyIn(await start())).toEqual([{ synthetic: false, people: 0, accounts: 0 }]);
});

test("with a certificate it answers over TLS; SIGHUP reads the files anew and ends nothing", async () => {
  const { cert, key } = writeCertificate(folder.path, "localhost");
  const words = ["--host", "127.0.0.1", "--tls-cert", cert, "--tls-key", key];
  const { child, address, said } = await start([...SMALL, ...words]);
  expect(address).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/$/);
  const health = () => spawnSync(process.execPath, [ASK_HEALTH, address]).status;
  expect(health()).toBe(0);
  await expect(fetch(address.replace("https", "http"))).rejects.toThrow();
  child.kill("SIGHUP");
  for (let tries = 0; !said().includes("read anew"); tries++) {
    expect(tries).toBeLessThan(200);
    await pause(20);
  }
  expect(health()).toBe(0);
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(health()).toBe(1);
});

test("a certificate that cannot be served ends the start with its reason, before anything is touched", () => {
  const words = ["--data", join(folder.path, "none"), "--tls-cert", "/none.pem", "--tls-key", "/none.pem"];
  const ended = spawnSync(process.execPath, [MAIN, ...words], { encoding: "utf8" });
  expect([ended.status, ended.stderr]).toEqual([1, expect.stringContaining("/none.pem cannot be read (ENOENT)")]);
  expect(existsSync(join(folder.path, "none"))).toBe(false);
});

test("a PostgreSQL of one's own keeps the records, and is left running", async () => {
  const own = join(folder.path, "own");
  mkdirSync(own);
  const embedded = await startEmbedded({ dataFolder: own });
  try {
    const { admin, owner, app } = embedded;
    await ensureOwnRoles(admin, { owner: owner.password, app: app.password });
    const DATABASE_URL = `postgres://${admin.user}:${admin.password}@127.0.0.1:${admin.port}/${admin.database}`;
    const { address, end } = await start(SMALL, { DATABASE_URL });
    expect((await practiceAt(address)).people).toBeGreaterThan(0);
    expect(await end("SIGTERM")).toBe(0);
    expect(embedded.isGone()).toBe(false);
  } finally {
    await embedded.stop();
  }
});

test("help is on standard output; a wrong call says what is wrong and exits with 2", () => {
  const call = (...words: string[]) => spawnSync(process.execPath, [MAIN, ...words], { encoding: "utf8" });
  expect(call("--help").stdout).toBe(readFileSync(join(import.meta.dirname, "help.txt"), "utf8"));
  const wrong = call("--host", "0.0.0.0");
  expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("over TLS alone");
});
