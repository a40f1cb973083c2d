import { createReadStream, existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Day } from "@concord/core";
import type { RegisterBuilder } from "../register/builder-types.ts";
import { inPractice } from "../store/in-practice.ts";
import { isLostConnection } from "../store/lost-connection.ts";
import { isNoRoom } from "../store/no-room.ts";
import { cancelImport } from "../store/queries/cancel-import.ts";
import { nextImport, type ImportToRead } from "../store/queries/next-import.ts";
import { queueImport } from "../store/queries/queue-import.ts";
import type { Database } from "../store/schema.ts";
import { forgetFiles, forgetFileWithRemoved, forgetRefused } from "./forget-files.ts";
import { inboxIn } from "./inbox-folder.ts";
import { clearHalves, keepFile } from "./keep-file.ts";
import type { Accepted, ImportQueue } from "./queue-types.ts";
import { readImport } from "./read-import.ts";

export interface QueueParts {
  readonly db: Database;
  readonly practiceId: string;
  readonly dataFolder: string;
  readonly register: RegisterBuilder;
  /** Rows dated after it are set aside. */
  readonly latestDay: () => Day;
  /** Called once an import is in the records and its register is built; what it does may fail. */
  readonly afterImport?: () => Promise<void>;
  /** Share of the job at hand that is done, from 0 to 1, with what is going on. */
  readonly onProgress?: (share: number, says: string) => void;
  /** What went wrong that nobody waits for. */
  readonly onFault?: (fault: unknown) => void;
}

/** Share of the progress that reading takes; the rest is the register. */
const READING = 0.7;
const PAUSE_MILLISECONDS = 1000;
const LONGEST_NAME = 255;

const plainName = (name: string): string => {
  const plain = basename(name.replaceAll("\\", "/"))
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  return plain.slice(-LONGEST_NAME) || "file";
};

/** Of the store, not of the file: it is read once that is over. */
const mayPass = (fault: unknown): boolean => isLostConnection(fault) || isNoRoom(fault);

/** Files on their way into the records of one practice. What was under way when the service ended goes on at once. */
export const createImportQueue = (parts: QueueParts): ImportQueue => {
  const { db, practiceId, dataFolder, register, latestDay, onProgress = () => {}, onFault = () => {} } = parts;
  mkdirSync(inboxIn(dataFolder), { recursive: true });
  clearHalves(dataFolder);
  const now: { closing: boolean; wanted: boolean; working: Promise<void> | null } = {
    closing: false,
    wanted: false,
    working: null,
  };

  const finish = async (id: number): Promise<void> => {
    await register.rebuild((people, of) =>
      onProgress(READING + ((1 - READING) * people) / Math.max(people, of), `building the register, ${people} people`),
    );
    await forgetFileWithRemoved(parts, id);
    await parts.afterImport?.().catch(onFault);
    await inPractice(db, practiceId, (trx) =>
      trx
        .updateTable("import")
        .set({ state: "done", finished_at: new Date().toISOString() })
        .where("id", "=", id)
        .where("state", "=", "building")
        .execute(),
    );
  };

  const bytesOf = (id: number): Promise<number> =>
    inPractice(db, practiceId, async (trx) => {
      const found = await trx.selectFrom("import").select("bytes").where("id", "=", id).executeTakeFirst();
      return Math.max(1, found?.bytes ?? 1);
    });

  const work = async (job: ImportToRead): Promise<void> => {
    if (job.state === "building") return finish(job.id);
    const bytes = await bytesOf(job.id);
    const outcome = await readImport(
      {
        db,
        practiceId,
        dataFolder,
        latestDay: latestDay(),
        stopping: () => now.closing,
        onBatch: (_, { bytesRead, lastSeq }) => onProgress((READING * bytesRead) / bytes, `reading, ${lastSeq} rows`),
      },
      job,
    );
    if (outcome === "read" && !now.closing) await finish(job.id);
  };

  /** A fault of the engine or of the store, not of the file's rows: the import ends with it, others go on. */
  const giveUp = (id: number, fault: unknown): Promise<unknown> =>
    inPractice(db, practiceId, (trx) =>
      trx
        .updateTable("import")
        .set({
          state: "failed",
          live: false,
          error: JSON.stringify({
            code: "fault",
            found: fault instanceof Error ? fault.message : String(fault),
            todo: "Nothing of this file counts. Import it again; if it fails again, report it with this message.",
          }),
          finished_at: new Date().toISOString(),
        })
        .where("id", "=", id)
        .where("state", "in", ["queued", "reading"])
        .execute(),
    );

  const takeNext = async (): Promise<boolean> => {
    const job = await inPractice(db, practiceId, nextImport);
    if (job === null) return false;
    try {
      await work(job);
    } catch (fault) {
      onFault(fault);
      if (mayPass(fault) || job.state === "building") throw fault;
      await giveUp(job.id, fault);
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (now.wanted && !now.closing) {
      now.wanted = false;
      try {
        while (!now.closing && (await takeNext()));
      } catch (fault) {
        // The store is away, or full; what was acknowledged is in it, and goes on once it is back.
        if (!mayPass(fault)) onFault(fault);
        now.wanted = true;
        if (!now.closing) await pause(PAUSE_MILLISECONDS);
      }
    }
    now.working = null;
  };

  const kick = (): void => {
    now.wanted = true;
    if (!now.closing) now.working ??= run();
  };

  const accept: ImportQueue["accept"] = async (name, bytes, replaces = null): Promise<Accepted> => {
    const kept = await keepFile(dataFolder, bytes);
    const queued = await inPractice(db, practiceId, (trx) =>
      queueImport(trx, { practiceId, name: plainName(name), replaces, ...kept }),
    ).catch(async (fault: unknown) => {
      if (isNoRoom(fault)) await forgetRefused(parts, kept.sha256).catch(onFault);
      throw fault;
    });
    if (queued.status === "queued") kick();
    return queued;
  };

  const acceptFromInbox: ImportQueue["acceptFromInbox"] = async (name) => {
    const path = join(inboxIn(dataFolder), basename(name));
    if (basename(name) !== name || !existsSync(path) || !statSync(path).isFile()) return null;
    return accept(name, createReadStream(path));
  };

  kick();
  return {
    accept,
    acceptFromInbox,
    cancel: async (id) => {
      const was = await inPractice(db, practiceId, (trx) => cancelImport(trx, id));
      if (was === null) return "not-found";
      return was === "queued" || was === "reading" ? "cancelled" : "finished";
    },
    forget: (digests) => forgetFiles(dataFolder, digests),
    idle: async () => {
      while (now.working !== null) await now.working;
    },
    close: async () => {
      now.closing = true;
      await now.working;
    },
  };
};
