import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { RunningService, ServiceCall } from "../durability/running-service.ts";

const LIBRARIES = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map((of) => `/usr/lib/${of}/faketime/libfaketimeMT.so.1`);

/** A clock that can be moved under a running service. */
export interface MovableClock {
  readonly says: string;
  /** What the service is started with. */
  readonly call: Pick<ServiceCall, "env" | "node">;
  readonly move: (service: RunningService, seconds: number) => void;
  readonly remove: () => void;
}

/** Of the service and of its database, which the service starts: each asks this library for the time. */
const byLibrary = (library: string): MovableClock => {
  const folder = mkdtempSync(join(tmpdir(), "concord-clock-"));
  const file = join(folder, "offset");
  const set = (seconds: number): void => writeFileSync(file, `${seconds < 0 ? "" : "+"}${seconds}\n`, { mode: 0o644 });
  set(0);
  // The database is another account's process.
  chmodSync(folder, 0o755);
  return {
    says: `by ${library}: the clock of the service and of its database`,
    call: {
      env: {
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_CACHE_DURATION: "1",
        FAKETIME_DISABLE_SHM: "1",
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
        DONT_FAKE_MONOTONIC: "1",
      },
    },
    move: (_, seconds) => set(seconds),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Of the service alone, an hour back at a signal. */
const byPreload = (): MovableClock => ({
  says: "by a preload: the clock of the service alone, since this machine has no libfaketime",
  call: { node: ["--import", join(import.meta.dirname, "shift-date.ts")] },
  move: ({ pid }) => void process.kill(pid, "SIGUSR2"),
  remove: () => {},
});

/** By libfaketime where the machine has it, or where LIBFAKETIME says it is; else by a preload. */
export const movableClock = (): MovableClock => {
  const library = [process.env["LIBFAKETIME"] ?? "", ...LIBRARIES].find((path) => path !== "" && existsSync(path));
  return library === undefined ? byPreload() : byLibrary(library);
};
