import { existsSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { readAnchors } from "@concord/exchange/audit";
import type { Anchor } from "@concord/exchange/api";
import { inPractice } from "../store/in-practice.ts";
import { logHead } from "../store/queries/log-head.ts";
import type { Database } from "../store/schema.ts";

const FILE = "audit-anchors.ndjson";
/** An end that is cut off shows from then on. */
const EVERY_MILLISECONDS = 60_000;

export const anchorFile = (dataFolder: string): string => join(dataFolder, FILE);

/** The ends of the practice's log that were written down. */
export const anchorsIn = (dataFolder: string, practiceId: string): readonly Anchor[] => {
  const path = anchorFile(dataFolder);
  if (!existsSync(path)) return [];
  return readAnchors(readFileSync(path, "utf8")).filter(({ practice }) => practice === practiceId);
};

const writeDown = async (path: string, anchor: Anchor): Promise<void> => {
  const file = await open(path, "a", 0o600);
  try {
    const { size } = await file.stat();
    try {
      await file.appendFile(`${JSON.stringify(anchor)}\n`);
      await file.sync();
    } catch (error) {
      // Half a line, on a full disk: the next one would stand behind it.
      await file.truncate(size).catch(() => {});
      throw error;
    }
  } finally {
    await file.close();
  }
};

interface Parts {
  readonly db: Database;
  readonly practiceId: string;
  readonly dataFolder: string;
}

/**
 * Writes the end of the log down outside of the database, in a file that is only ever added to: now, at the end, and
 * each minute in which entries were made. The function that is returned ends it.
 */
export const keepAnchors = async (
  { db, practiceId, dataFolder }: Parts,
  onFault: (fault: unknown) => void,
  everyMilliseconds = EVERY_MILLISECONDS,
): Promise<() => Promise<void>> => {
  const path = anchorFile(dataFolder);
  let last = -1;
  const look = async (): Promise<void> => {
    const { number, hash } = await inPractice(db, practiceId, logHead);
    if (number === last) return;
    await writeDown(path, { practice: practiceId, at: new Date().toISOString(), number, hash });
    last = number;
  };
  let turn = look();
  await turn;
  const timer = setInterval(() => (turn = turn.then(look).catch(onFault)), everyMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    turn = turn.then(look);
    await turn;
  };
};
