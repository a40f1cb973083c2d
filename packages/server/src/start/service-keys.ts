import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newToken } from "../identity/token.ts";

/** Secrets of an installation: in a file that its own account alone can read. */
export interface ServiceKeys {
  /** What the cookies of known browsers are signed with: kept from start to start. */
  readonly device: string;
  /** What the command line shows of itself: another at each start. */
  readonly commandLine: string;
}

const FILE = "device.key";

const keptDeviceKey = (dataFolder: string): string => {
  const path = join(dataFolder, FILE);
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  const key = newToken();
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return key;
};

export const serviceKeys = (dataFolder: string): ServiceKeys => ({
  device: keptDeviceKey(dataFolder),
  commandLine: newToken(),
});

/** Where the command line finds the services that run from this folder: one file for each port, for this account alone. */
const RUNNING = join(import.meta.dirname, "..", "..", "..", "..", "out", "running");

/**
 * Leaves the key for the command line of this machine, whom to show it to, and where the service's data is; the function
 * that is returned takes it away.
 */
export const showKey = (
  address: string,
  key: string,
  dataFolder: string,
  port: string | number = new URL(address).port,
): (() => Promise<void>) => {
  mkdirSync(RUNNING, { recursive: true, mode: 0o700 });
  const path = join(RUNNING, `${port}.key`);
  writeFileSync(path, `${key}\n${new URL(address).origin}\n${dataFolder}\n`, { mode: 0o600 });
  return async () => rmSync(path, { force: true });
};
