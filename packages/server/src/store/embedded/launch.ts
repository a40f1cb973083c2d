import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { runAs, type Account } from "./account.ts";
import type { Programs } from "./programs.ts";

const LARGEST_LOG = 10 << 20;

/** Loopback and password only; every write is on disk before it is answered. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "wal_level=minimal",
  "max_wal_senders=0",
  // Two cores, and often little shared memory (containers): one process a query.
  "max_parallel_workers_per_gather=0",
  "max_parallel_maintenance_workers=0",
  "jit=off",
  "logging_collector=off",
  "log_timezone=UTC",
  "log_line_prefix=%m [%p] ",
];

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export type Answer = "ready" | "starting" | "wrong-password" | "none";

/** Whether a database answers there with this password. */
export const askDatabase = async (port: number, user: string, password: string): Promise<Answer> => {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return "ready";
  } catch (error) {
    const { code } = error as { code?: string };
    // 57P03 cannot_connect_now: starting up, recovering or shutting down. 53300: all places are taken.
    if (code === "57P03" || code === "53300") return "starting";
    return code === "28P01" || code === "28000" ? "wrong-password" : "none";
  } finally {
    await client.end().catch(() => {});
  }
};

const openLog = (path: string): number => {
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.old`);
  return openSync(path, "a", 0o600);
};

export interface Launch {
  readonly cluster: string;
  readonly programs: Programs;
  readonly account: Account | null;
  readonly log: string;
  readonly password: string;
  readonly user: string;
  /** Where it answered before, so that whoever is connected finds it again; any free one where there was none. */
  readonly port?: number;
}

export type Launched = { readonly status: "ready" } | { readonly status: "ended"; readonly said: string };

/**
 * Starts the database in a session of its own, so that Ctrl-C in a terminal does not reach it before the service has
 * finished its work; waits until it answers or ends.
 */
export const launch = async (how: Launch, until: number): Promise<Launched> => {
  const port = how.port ?? (await freePort());
  const log = openLog(how.log);
  const logFrom = statSync(how.log).size;
  const args = ["-D", how.cluster, "-p", String(port), ...SETTINGS.flatMap((setting) => ["-c", setting])];
  const child = spawn(how.programs.postgres, args, {
    ...runAs(how.account),
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  child.on("error", () => (ended = true));
  child.on("exit", () => (ended = true));
  child.unref();
  while (performance.now() < until) {
    if (ended) break;
    if ((await askDatabase(port, how.user, how.password)) === "ready") return { status: "ready" };
    await pause(50);
  }
  const said = readFileSync(how.log).subarray(logFrom).toString("utf8").trim();
  return { status: "ended", said: said.split("\n").slice(-5).join("\n") };
};
