import { existsSync, readFileSync } from "node:fs";
import { databaseProcesses } from "../../e2e/durability/processes.ts";

/** Linux counts a hundred ticks a second. */
const TICKS = 100;

/** CPU seconds of a process so far, and of its children that have ended; 0 of one that has ended itself. */
const cpuOf = (pid: number): { readonly own: number; readonly ended: number } => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15) as [number, number, number, number];
    return { own: (user + system) / TICKS, ended: (endedUser + endedSystem) / TICKS };
  } catch {
    return { own: 0, ended: 0 };
  }
};

/** What a service and its database have taken since they began; null where the system does not tell. */
export interface Resources {
  readonly serviceCpu: number;
  readonly databaseCpu: number;
  /** The most that the service ever had resident, in megabytes. */
  readonly peakMegabytes: number;
}

export const resourcesOf = (pid: number, dataFolder: string): Resources | null => {
  if (!existsSync("/proc/self/stat")) return null;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const database = databaseProcesses(dataFolder).map((one) => cpuOf(one.pid));
  return {
    serviceCpu: cpuOf(pid).own,
    databaseCpu: database.reduce((sum, { own, ended }) => sum + own + ended, 0),
    peakMegabytes: Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
  };
};
