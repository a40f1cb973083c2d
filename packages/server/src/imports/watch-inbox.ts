import { mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { isLostConnection } from "../store/lost-connection.ts";
import { inboxIn, takenIn } from "./inbox-folder.ts";
import type { ImportQueue } from "./queue-types.ts";

const LOOK_MILLISECONDS = 2000;
/** Names of files that are still being written, by whatever writes them. */
const UNFINISHED = /^\.|\.(part|partial|tmp|crdownload|filepart)$|~$/i;

/**
 * Takes files that are put into the watched folder, each once it has stopped growing, and moves them into its folder
 * `taken`. Stops when the function that it answers is called.
 */
export const watchInbox = (
  dataFolder: string,
  imports: Pick<ImportQueue, "acceptFromInbox">,
  onFault: (fault: unknown) => void,
  everyMilliseconds = LOOK_MILLISECONDS,
): (() => Promise<void>) => {
  const inbox = inboxIn(dataFolder);
  const taken = takenIn(dataFolder);
  mkdirSync(taken, { recursive: true });
  let seen = new Map<string, string>();
  let looking: Promise<void> = Promise.resolve();

  const takeIn = async (name: string): Promise<void> => {
    if ((await imports.acceptFromInbox(name)) === null) return;
    renameSync(join(inbox, name), join(taken, `${new Date().toISOString().replaceAll(":", "-")} ${name}`));
  };

  const look = async (): Promise<void> => {
    const now = new Map<string, string>();
    for (const entry of readdirSync(inbox, { withFileTypes: true })) {
      if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
      const { size, mtimeMs } = statSync(join(inbox, entry.name));
      const state = `${size} ${mtimeMs}`;
      if (seen.get(entry.name) === state) await takeIn(entry.name);
      else now.set(entry.name, state);
    }
    seen = now;
  };

  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    looking = look()
      .catch((fault: unknown) => {
        if (!isLostConnection(fault)) onFault(fault);
      })
      .finally(() => (idle = true));
  }, everyMilliseconds);
  return async () => {
    clearInterval(timer);
    await looking;
  };
};
