import { mkdirSync, realpathSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "../connect.ts";
import { canReach, databaseAccount, type Account } from "./account.ts";
import { askDatabase, launch, type Launch } from "./launch.ts";
import { ADMIN, ensureCluster } from "./make-cluster.ts";
import { clearLock, isRunning, readPostmaster, stopPostmaster } from "./postmaster.ts";
import { embeddedPrograms, runnablePrograms, type Programs } from "./programs.ts";
import { ensureSecret, readSecret, type Secret } from "./secret.ts";

/** Where the database goes when it may not run as root and the data folder is closed to every other account. */
const STATE_FOLDER = "/var/lib/concord";
/** Recovery after a crash may read a gigabyte of log. */
const START_MILLISECONDS = 120_000;

/** The embedded database, running. */
export interface Embedded {
  /** May do everything, also past row-level security: for roles, backups and nothing else. */
  readonly admin: Connection;
  readonly owner: Connection;
  readonly app: Connection;
  /** It was running already: the service that started it was killed, or is another one. */
  readonly attached: boolean;
  /** It has died since: killed, or the machine took its memory. */
  readonly isGone: () => boolean;
  /** What a person should know, such as a folder that is not where they would look. */
  readonly notes: readonly string[];
  /** Ends the database, started or attached to; everything is written down. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Another PostgreSQL than the one that is installed with the service. */
  readonly programs?: Programs;
  readonly account?: Account | null;
  readonly stateFolder?: string;
  /** Where it answered before it died. */
  readonly port?: number;
}

const DATABASE = "concord";

const connectionsOf = (secret: Secret, port: number): Pick<Embedded, "admin" | "owner" | "app"> => {
  const at = { host: "127.0.0.1", port, database: DATABASE };
  return {
    admin: { ...at, user: ADMIN, password: secret.admin },
    owner: { ...at, user: "concord_owner", password: secret.owner },
    app: { ...at, user: "concord_app", password: secret.app },
  };
};

const runningAt = (secret: Secret, attached: boolean, notes: readonly string[]): Embedded => {
  const postmaster = readPostmaster(secret.cluster);
  if (postmaster === null) throw new Error("The database answered and was gone.");
  return {
    ...connectionsOf(secret, postmaster.port),
    attached,
    notes,
    isGone: () => !isRunning(secret.cluster, postmaster),
    stop: () => stopPostmaster(secret.cluster, postmaster, "fast"),
  };
};

const placeOf = (dataFolder: string, account: Account | null, stateFolder: string): string => {
  if (canReach(account, dataFolder)) return join(dataFolder, "cluster");
  return join(stateFolder, createHash("sha256").update(dataFolder).digest("hex").slice(0, 12), "cluster");
};

type Found = "attach" | "start" | "wait";

/** What to do about a database that may be there: ours and well, ours and ill, or gone. */
const look = async ({ cluster, user, password }: Launch): Promise<Found> => {
  const postmaster = readPostmaster(cluster);
  if (postmaster === null) return "start";
  if (!isRunning(cluster, postmaster)) {
    clearLock(cluster);
    return "start";
  }
  const answer = await askDatabase(postmaster.port, user, password);
  if (answer === "ready") return "attach";
  if (answer === "starting") return "wait";
  if (answer === "wrong-password")
    throw new Error(`The database in ${cluster} runs, but secret.json does not have its password.`);
  return "wait";
};

/** No answer for this long, though the process lives: it is ended and started anew. */
const PATIENCE_MILLISECONDS = 4_000;

const bringUp = async (how: Launch): Promise<{ attached: boolean }> => {
  const until = performance.now() + START_MILLISECONDS;
  let silentSince: number | null = null;
  let said = "";
  while (performance.now() < until) {
    const found = await look(how);
    if (found === "attach") return { attached: true };
    if (found === "start") {
      const launched = await launch(how, until);
      if (launched.status === "ready") return { attached: false };
      said = launched.said;
      // Processes of a killed database end by themselves, and another service may have been first.
      if (!/lock file|shared memory|could not bind|could not create any TCP/.test(said)) break;
    } else {
      silentSince ??= performance.now();
      const postmaster = readPostmaster(how.cluster);
      if (performance.now() - silentSince > PATIENCE_MILLISECONDS && postmaster !== null) {
        const answer = await askDatabase(postmaster.port, how.user, how.password);
        if (answer === "none") await stopPostmaster(how.cluster, postmaster, "immediate");
        silentSince = null;
      }
    }
    await pause(100);
  }
  throw new Error(`The embedded database did not start. Its log, ${how.log}, ends with:\n${said}`);
};

/** Starts the embedded database of a data folder, or takes over the one that runs there already. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const account = options.account === undefined ? databaseAccount() : options.account;
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o755 });
  const dataFolder = realpathSync(options.dataFolder);
  const stateFolder = options.stateFolder ?? (account === null ? dataFolder : STATE_FOLDER);
  const programs = runnablePrograms(options.programs ?? embeddedPrograms(), account, stateFolder);
  const secret = ensureSecret(dataFolder, placeOf(dataFolder, account, stateFolder));
  const { cluster } = secret;
  await ensureCluster(cluster, programs, account, secret.admin);
  const log = join(dataFolder, "postgres.log");
  const who = { password: secret.admin, user: ADMIN };
  const port = options.port === undefined ? {} : { port: options.port };
  const { attached } = await bringUp({ cluster, programs, account, log, ...who, ...port });
  const elsewhere = cluster.startsWith(dataFolder)
    ? []
    : [`The database is kept in ${cluster}, since the account "${account?.name}" cannot reach ${dataFolder}.`];
  const copied = programs.folder.startsWith(stateFolder)
    ? [`The database's programs were copied to ${programs.folder}.`]
    : [];
  return runningAt(secret, attached, [...elsewhere, ...copied]);
};

/** The embedded database of a data folder where one is running; null where none is. Starts and ends nothing. */
export const findEmbedded = async (folder: string): Promise<Pick<Embedded, "admin" | "owner" | "app"> | null> => {
  const secret = readSecret(folder);
  const postmaster = secret === null ? null : readPostmaster(secret.cluster);
  if (secret === null || postmaster === null || !isRunning(secret.cluster, postmaster)) return null;
  const answer = await askDatabase(postmaster.port, ADMIN, secret.admin);
  return answer === "ready" ? connectionsOf(secret, postmaster.port) : null;
};
