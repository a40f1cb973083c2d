import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/** What the database's own lock file says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const lockFile = (cluster: string): string => join(cluster, "postmaster.pid");

/** The lock file of the cluster; null where there is none, or it says nothing of use yet. */
export const readPostmaster = (cluster: string): Postmaster | null => {
  let lines: string[];
  try {
    lines = readFileSync(lockFile(cluster), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : null;
};

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ");
  } catch {
    if (process.platform === "linux") return "";
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "latin1" }).stdout ?? "";
  }
};

/**
 * Whether that process lives and is the database of this cluster. A process that has ended but was never waited for,
 * and one that was given the same number since, are not.
 */
export const isRunning = (cluster: string, { pid }: Postmaster): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return commandOf(pid).includes(cluster);
};

/** The lock of a database that is gone. PostgreSQL clears it itself, but not where its number lives on in another process. */
export const clearLock = (cluster: string): void => rmSync(lockFile(cluster), { force: true });

const waitUntilGone = async (cluster: string, postmaster: Postmaster, milliseconds: number): Promise<boolean> => {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(25))
    if (!isRunning(cluster, postmaster)) return true;
  return !isRunning(cluster, postmaster);
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

/**
 * Ends the database: "fast" ends sessions and writes everything down, "immediate" leaves that to the next start.
 * What does not end by itself is ended; its log of writes makes it whole at the next start.
 */
export const stopPostmaster = async (
  cluster: string,
  postmaster: Postmaster,
  how: "fast" | "immediate",
): Promise<void> => {
  const steps: readonly (readonly [NodeJS.Signals, number])[] = [
    ...(how === "fast" ? ([["SIGINT", 30_000]] as const) : []),
    ["SIGQUIT", 3_000],
    ["SIGKILL", 5_000],
  ];
  for (const [name, milliseconds] of steps) {
    if (!isRunning(cluster, postmaster)) return;
    signal(postmaster.pid, name);
    if (await waitUntilGone(cluster, postmaster, milliseconds)) return;
  }
  throw new Error(`The database (process ${postmaster.pid}) does not end.`);
};
