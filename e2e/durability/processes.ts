import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { realpathSync } from "node:fs";
import process from "node:process";
import { readPostmaster } from "../../packages/server/src/store/embedded/postmaster.ts";
import { readSecret } from "../../packages/server/src/store/embedded/secret.ts";

/** A process of the database of one data folder. */
export interface DatabaseProcess {
  readonly pid: number;
  readonly parent: number;
}

const clusterOf = (dataFolder: string): string | null => {
  const cluster = readSecret(dataFolder)?.cluster ?? null;
  try {
    return cluster === null ? null : realpathSync(cluster);
  } catch {
    return null;
  }
};

const parentOf = (pid: number): number =>
  Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);

/** Every process at work in the database's folder: the postmaster and its children, and any that was left behind. */
export const databaseProcesses = (dataFolder: string): readonly DatabaseProcess[] => {
  const cluster = clusterOf(dataFolder);
  if (cluster === null) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const pid = Number(name);
        return readlinkSync(`/proc/${pid}/cwd`) === cluster ? [{ pid, parent: parentOf(pid) }] : [];
      } catch {
        return []; // It has ended, or belongs to somebody else.
      }
    });
};

/** Postmasters at work in the folder: one, or none. */
export const postmasters = (dataFolder: string): readonly number[] => {
  const all = databaseProcesses(dataFolder);
  const pids = new Set(all.map(({ pid }) => pid));
  return all.filter(({ parent }) => !pids.has(parent)).map(({ pid }) => pid);
};

/** A process that has ended meanwhile is none to kill. */
export const kill = (pid: number, signal: NodeJS.Signals = "SIGKILL"): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

export const VICTIMS = ["server", "postmaster", "session", "database", "everything"] as const;
/** What kill -9 hits: "session" is one child of the postmaster, "database" the postmaster and all its children. */
export type Victim = (typeof VICTIMS)[number];

/** Kills with -9. Whatever is not there any more, or not yet, is left out. */
export const killWithNine = (victim: Victim, server: number, dataFolder: string, chance: number): void => {
  if (victim === "server" || victim === "everything") kill(server);
  if (victim === "server") return;
  const postmaster = readPostmasterOf(dataFolder);
  if (postmaster === null) return;
  const children = databaseProcesses(dataFolder).filter(({ parent }) => parent === postmaster);
  if (victim === "session") {
    const child = children[Math.floor(chance * children.length)];
    if (child !== undefined) kill(child.pid);
    return;
  }
  kill(postmaster);
  if (victim !== "postmaster") for (const { pid } of children) kill(pid);
};

const readPostmasterOf = (dataFolder: string): number | null => {
  const cluster = clusterOf(dataFolder);
  const pid = cluster === null ? null : (readPostmaster(cluster)?.pid ?? null);
  // A lock file outlives its process: only one that is at work here is ours to kill.
  return databaseProcesses(dataFolder).some((one) => one.pid === pid) ? pid : null;
};
