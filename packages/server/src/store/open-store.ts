import { openDatabase, type Connection } from "./connect.ts";
import { startEmbedded, type Embedded, type EmbeddedOptions } from "./embedded/start-embedded.ts";
import { writeRights } from "../policy/write-rights.ts";
import { migrate } from "./migrate.ts";
import { APP, ensureOwnRoles, ensureRolesIn, OWNER } from "./roles.ts";
import type { Database } from "./schema.ts";

/** The records, open. */
export interface Store {
  readonly db: Database;
  readonly app: Connection;
  readonly owner: Connection;
  /** Sees every practice; null in a PostgreSQL of one's own where the given user does not. */
  readonly admin: Connection;
  readonly notes: readonly string[];
  /** Ends the connections, not the database: another service may be at work on it. */
  readonly leave: () => Promise<void>;
  /** Ends the connections, and the database where it is the embedded one. */
  readonly close: () => Promise<void>;
}

const opened = (
  connections: Pick<Store, "app" | "owner" | "admin">,
  notes: readonly string[],
  stop: () => Promise<void>,
): Store => {
  const db = openDatabase(connections.app);
  const leave = () => db.destroy();
  return {
    ...connections,
    db,
    notes,
    leave,
    close: async () => {
      await leave();
      await stop();
    },
  };
};

/** What has to hold before the schema is touched, such as that no other service is at work on these records. */
export type Before = (app: Connection) => Promise<void>;

/** How often it is looked whether the database still lives. */
const LOOK_MILLISECONDS = 1000;

/** Starts the database anew where it died, at the same address: connections find it again. */
const keepAlive = (started: Embedded, options: EmbeddedOptions): (() => Promise<void>) => {
  let current = started;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    try {
      await restarting;
      if (current.isGone()) current = await startEmbedded({ ...options, port: started.app.port });
    } catch {
      // The next look tries again.
    }
  };
  const timer = setInterval(() => {
    if (!current.isGone()) return;
    restarting = restart();
  }, LOOK_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await restarting;
    await current.stop();
  };
};

/** The embedded database of a data folder, started or attached to, with its schema brought forward. */
export const openEmbedded = async (options: EmbeddedOptions, before: Before = async () => {}): Promise<Store> => {
  const embedded = await startEmbedded(options);
  const { admin, owner, app, notes, attached, stop } = embedded;
  try {
    await ensureOwnRoles(admin, { owner: owner.password, app: app.password });
    await before(app);
    await migrate(owner);
    await writeRights(owner);
  } catch (error) {
    if (!attached) await stop();
    throw error;
  }
  return opened({ admin, owner, app }, notes, keepAlive(embedded, options));
};

/** A connection to a PostgreSQL of one's own. */
export const connectionOf = (url: string): Connection => {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port) || 5432,
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    url,
  };
};

/** A PostgreSQL of one's own, with its schema brought forward. */
export const openOwn = async (url: string, before: Before = async () => {}): Promise<Store> => {
  const admin = connectionOf(url);
  await ensureRolesIn(admin);
  const [owner, app] = [OWNER, APP].map((role) => ({ ...admin, role })) as [Connection, Connection];
  await before(app);
  await migrate(owner);
  await writeRights(owner);
  return opened({ admin, owner, app }, [], async () => {});
};
