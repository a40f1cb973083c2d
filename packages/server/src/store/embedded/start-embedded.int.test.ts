import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openClient } from "../connect.ts";
import { ENGINES, temporaryFolder } from "../engines.fixture.ts";
import { openEmbedded } from "../open-store.ts";
import { databaseAccount } from "./account.ts";
import { isRunning, readPostmaster } from "./postmaster.ts";
import { embeddedPrograms, programsIn } from "./programs.ts";
import { readSecret } from "./secret.ts";
import { findEmbedded, startEmbedded, type Embedded } from "./start-embedded.ts";

// Databases are made anew, and one of them is waited for in vain.
vi.setConfig({ testTimeout: 120_000 });

let folder: ReturnType<typeof temporaryFolder>;
const running: { stop: () => Promise<void> }[] = [];
beforeEach(() => (folder = temporaryFolder()));
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
  folder.remove();
});

const clusterOf = (dataFolder: string): string => readSecret(dataFolder)!.cluster;

/** A service of its own process that opens the store, does what it is told and is then killed. */
const killedService = async (work: string): Promise<void> => {
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, "..", "open-store.ts"))});
    const store = await openEmbedded({ dataFolder: ${JSON.stringify(folder.path)} });
    ${work}
    console.log("done");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes("done")) break;
  child.kill("SIGKILL");
  await once(child, "exit");
};

describe.each(ENGINES)("$name", ({ programs }) => {
  const start = async (): Promise<Embedded> => {
    const it = await startEmbedded({ dataFolder: folder.path, programs: programs! });
    running.push(it);
    return it;
  };

  test.skipIf(programs === null)("starts in an empty folder, ends wholly, starts again", async () => {
    const first = await start();
    expect(first.attached).toBe(false);
    const cluster = clusterOf(folder.path);
    const postmaster = readPostmaster(cluster)!;
    expect(isRunning(cluster, postmaster)).toBe(true);
    await first.stop();
    expect(isRunning(cluster, postmaster)).toBe(false);
    expect(await findEmbedded(folder.path)).toBeNull();
    expect((await start()).attached).toBe(false);
  });

  test.skipIf(programs === null)(
    "keeps its secret from other accounts, and takes no connection without it",
    async () => {
      const { admin } = await start();
      expect(statSync(join(folder.path, "secret.json")).mode & 0o777).toBe(0o600);
      const guess = { ...admin, database: "postgres", password: "guess" };
      await expect(openClient(guess)).rejects.toMatchObject({ code: "28P01" });
    },
  );

  test.skipIf(programs === null)("writes through to the disk, and listens on the loopback alone", async () => {
    const { admin } = await start();
    const client = await openClient({ ...admin, database: "postgres" });
    const { rows } = await client.query(
      "select current_setting('fsync') fsync, current_setting('listen_addresses') listens, current_setting('unix_socket_directories') sockets",
    );
    await client.end();
    expect(rows).toEqual([{ fsync: "on", listens: "127.0.0.1", sockets: "" }]);
  });

  test.skipIf(programs === null)("makes anew what an interrupted first start left half made", async () => {
    mkdirSync(join(folder.path, "making-999999-x", "cluster"), { recursive: true });
    await start();
    expect(readdirSync(folder.path).filter((name) => name.startsWith("making"))).toEqual([]);
  });

  test.skipIf(programs === null)("starts over the lock of a database that was killed with -9", async () => {
    await start();
    const cluster = clusterOf(folder.path);
    process.kill(readPostmaster(cluster)!.pid, "SIGKILL");
    running.splice(0);
    const next = await start();
    expect(next.attached).toBe(false);
  });

  test.skipIf(programs === null)("starts over a lock whose number another process has now", async () => {
    const { stop } = await start();
    await stop();
    const cluster = clusterOf(folder.path);
    writeFileSync(join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n`);
    expect((await start()).attached).toBe(false);
  });

  test.skipIf(programs === null)(
    "ends and starts anew a database that lives and does not answer",
    async () => {
      await start();
      const cluster = clusterOf(folder.path);
      const stuck = readPostmaster(cluster)!.pid;
      process.kill(stuck, "SIGSTOP");
      running.splice(0);
      const next = await start();
      expect(next.attached).toBe(false);
      expect(readPostmaster(cluster)!.pid).not.toBe(stuck);
    },
    60_000,
  );
});

test("takes over the database of a service that was killed with -9, with what it had written", async () => {
  await killedService(
    `await store.db.insertInto("practice").values({ id: "00000000-0000-4000-8000-000000000001", name: "Kept" }).execute();`,
  );
  const cluster = clusterOf(folder.path);
  expect(isRunning(cluster, readPostmaster(cluster)!)).toBe(true);
  const store = await openEmbedded({ dataFolder: folder.path });
  const names = await store.db.selectFrom("practice").select("name").execute();
  await store.close();
  expect(names).toEqual([{ name: "Kept" }]);
  expect(readPostmaster(cluster)).toBeNull();
});

test("two services that start at once on one folder share one database", async () => {
  const both = await Promise.all([1, 2].map(() => startEmbedded({ dataFolder: folder.path })));
  running.push(both[0]!);
  expect(both[0]!.app.port).toBe(both[1]!.app.port);
});

test("a cluster of another major version is refused, and left as it is", async () => {
  const { stop } = await startEmbedded({ dataFolder: folder.path });
  await stop();
  const cluster = clusterOf(folder.path);
  writeFileSync(join(cluster, "PG_VERSION"), "14\n");
  await expect(startEmbedded({ dataFolder: folder.path })).rejects.toThrow("written by PostgreSQL 14");
  expect(readFileSync(join(cluster, "PG_VERSION"), "utf8")).toBe("14\n");
});

const asRoot = process.getuid?.() === 0;

describe.skipIf(!asRoot)("as root (skipped elsewhere: only root needs another account)", () => {
  test("the database belongs to the unprivileged account", async () => {
    running.push(await startEmbedded({ dataFolder: folder.path }));
    const cluster = clusterOf(folder.path);
    const { uid } = databaseAccount()!;
    expect(uid).not.toBe(0);
    expect(statSync(cluster).uid).toBe(uid);
    const owner = spawnSync("stat", ["-c", "%u", `/proc/${readPostmaster(cluster)!.pid}`], { encoding: "utf8" });
    if (owner.status === 0) expect(Number(owner.stdout)).toBe(uid);
  });

  test("where that account cannot reach the folders, programs and cluster go to one that it can, and it is said", async () => {
    const closed = join(folder.path, "closed");
    mkdirSync(closed);
    const installed = embeddedPrograms();
    cpSync(installed.folder, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    // An installation without its scripts has no links between libraries either.
    for (const name of readdirSync(join(closed, "native", "lib")))
      if (/^libpq\.so(\.5)?$/.test(name)) rmSync(join(closed, "native", "lib", name));
    chmodSync(closed, 0o700);
    const stateFolder = join(folder.path, "state");
    chmodSync(folder.path, 0o755);
    const it = await startEmbedded({
      dataFolder: join(closed, "data"),
      programs: programsIn(join(closed, "native"), installed.version),
      stateFolder,
    });
    running.push(it);
    expect(it.notes).toHaveLength(2);
    expect(clusterOf(join(closed, "data")).startsWith(stateFolder)).toBe(true);
    expect(existsSync(join(stateFolder, `postgresql-${installed.version}`, "native", "lib", "libpq.so.5"))).toBe(true);
  });
});
