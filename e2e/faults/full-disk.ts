import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statfsSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openClient } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import type { Clients } from "./clients.ts";
import type { Fault } from "./fault.ts";
import { onSite, type Site } from "./site.ts";

const MEGABYTES = 320;
const CHUNK = Buffer.alloc(1 << 16);
/** So many segments of the database's log of writes are ready beforehand, at most. */
const MOST_SEGMENTS = 24;

const mount = (folder: string): string | null => {
  const call = ["-t", "tmpfs", "-o", `size=${MEGABYTES}m,mode=755`, "tmpfs", folder];
  const { status, stderr, error } = spawnSync("mount", call, { encoding: "utf8" });
  return status === 0 ? null : (error?.message ?? stderr).trim();
};
const unmount = (folder: string): void => void spawnSync("umount", [folder]);

/** Takes what room is left, byte by byte; again, where some was freed meanwhile. */
const fill = (path: string): void => {
  const file = openSync(path, "a");
  try {
    for (let size = CHUNK.length; size > 0;)
      try {
        writeSync(file, CHUNK, 0, size);
      } catch {
        size = Math.floor(size / 2);
      }
  } finally {
    closeSync(file);
  }
};

const roomIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Keeps the disk full for so long: whatever the database frees is taken at once. */
const keepFull = async (filler: string, milliseconds: number): Promise<void> => {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(20)) fill(filler);
};

const kept = (site: Site): readonly string[] => readdirSync(join(site.dataFolder, "uploads")).toSorted();

/** A file sent onto the full disk: refused by its name, and nothing of it stays. */
const refusedUpload = async (site: Site): Promise<void> => {
  const before = kept(site);
  const { bytes } = await site.newFile(90);
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(bytes)]), "onto-a-full-disk.csv");
  const answer = await site.service.ask("POST", "/api/imports", form).catch((error: Error) => error);
  const told = answer instanceof Error ? answer.message : `${answer.status} ${String(answer.body?.code)}`;
  site.say(`an upload of ${(bytes.length / 1e6).toFixed(1)} MB onto the full disk: ${told}`);
  site.expect(told === "507 store-full", `an upload onto a full disk was answered ${told}`);
  const left = kept(site).filter((name) => !before.includes(name));
  site.expect(left.length === 0, `an upload that was refused left ${left.join(", ")}`);
};

const whileFull = async (site: Site, clients: Clients, filler: string): Promise<void> => {
  fill(filler);
  clients.take();
  await keepFull(filler, site.plan.seconds * 1000);
  const first = clients.take();
  await Promise.all([keepFull(filler, 1000), refusedUpload(site)]);
  const quiet = await site.service.ask("GET", "/api/practice");
  await keepFull(filler, site.plan.seconds * 1000);
  const later = clients.take();
  site.say(`full, as it fills: ${first.says()}`);
  site.say(`full, later on: ${later.says()}`);
  for (const tally of [first, later]) site.problems.push(...tally.unexpected(["store-full", "store-not-answering"]));
  const refused = first.count("writes", "store-full") + later.count("writes", "store-full");
  site.expect(refused > 0, "no write was refused as store-full");
  site.expect(
    quiet.status === 200 || quiet.status === 503,
    `what needs no room (the practice) was answered ${quiet.status}`,
  );
};

/** Has the database go on to new parts of its log of writes, until there is room for none; how many there was room for. */
const useUpLogOfWrites = async (site: Site, filler: string): Promise<number> => {
  const found = await findEmbedded(site.dataFolder);
  if (found === null) return 0;
  const admin = await openClient(found.admin);
  let segments = 0;
  try {
    for (; segments < MOST_SEGMENTS; segments++) {
      fill(filler);
      await admin.query("select pg_logical_emit_message(true, 'concord', 'x')");
      await admin.query("select pg_switch_wal()");
    }
  } catch {
    // It has ended, as was wanted.
  }
  await admin.end().catch(() => {});
  return segments;
};

/** No room for the database's log of writes either: it ends itself, and comes back once there is some. */
const withoutLogOfWrites = async (site: Site, clients: Clients, filler: string): Promise<void> => {
  const segments = await useUpLogOfWrites(site, filler);
  clients.take();
  await keepFull(filler, site.plan.seconds * 1000);
  const tally = clients.take();
  site.say(`without room for the log of writes (after ${segments} parts of it): ${tally.says()}`);
  site.problems.push(...tally.unexpected(["store-full", "store-not-answering"]));
};

const freed = async (site: Site, clients: Clients, filler: string, what: string): Promise<void> => {
  rmSync(filler, { force: true });
  const took = await site.untilWell();
  clients.take();
  await pause(site.plan.seconds * 1000);
  const tally = clients.take();
  site.say(`${what}: well by itself ${(took / 1000).toFixed(1)} s after there was room; then ${tally.says()}`);
  site.problems.push(...tally.unexpected([]));
};

const fillUnderWork = async (site: Site, disk: string): Promise<void> => {
  const filler = join(disk, "filler");
  const log = join(site.dataFolder, "service.log");
  site.say(`${(roomIn(disk) / 1e6).toFixed(0)} of ${MEGABYTES} MB free at first`);
  const clients = await site.work();
  await pause(1000);
  const before = clients.take();
  site.problems.push(...before.unexpected([]));
  await whileFull(site, clients, filler);
  await freed(site, clients, filler, "full disk");
  fill(filler);
  await withoutLogOfWrites(site, clients, filler);
  const size = statSync(log).size;
  await freed(site, clients, filler, "no log of writes");
  await clients.stop();
  // The service's own log goes on as soon as it can be written to again.
  for (const end = performance.now() + 15_000; performance.now() < end && statSync(log).size <= size; await pause(200))
    await site.service.ask("GET", "/api/health");
  site.expect(statSync(log).size > size, "the service's log does not go on");
  await site.check();
};

/** The disk with the records is filled to the last byte while people are at work, and emptied again. */
export const fullDisk: Fault = {
  name: "disk",
  what: "the disk with the database, the uploads and the log is full under load, and there is room again",
  run: async (plan) => {
    const disk = mkdtempSync(join(tmpdir(), "concord-disk-"));
    const refused = mount(disk);
    try {
      if (refused !== null) return { problems: [], skipped: `a small disk cannot be mounted here: ${refused}` };
      return { problems: await onSite(plan, (site) => fillUnderWork(site, disk), { dataFolder: join(disk, "data") }) };
    } finally {
      if (refused === null) unmount(disk);
      rmSync(disk, { recursive: true, force: true });
    }
  },
};
