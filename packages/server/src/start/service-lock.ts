import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { openClient, type Connection } from "../store/connect.ts";

/** Any number, of this purpose alone: who holds it is the one service on these records. */
const LOCK = 7_260_115;
const NAME = "Concord";
/** A killed service's connection ends within moments; so long its place is waited for. */
const PATIENCE_MILLISECONDS = 1500;
const PAUSE_MILLISECONDS = 200;

/** Another service is at work on these records. */
export class AlreadyRunning extends Error {
  /** Null where it is still starting. */
  readonly address: string | null;
  constructor(address: string | null) {
    super(address ?? "starting");
    this.address = address;
  }
}

export interface ServiceLock {
  /** Tells other services that come where this one answers. */
  readonly answerAt: (address: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

const holderOf = async (client: pg.Client): Promise<string | null> => {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity activity join pg_locks lock using (pid)
     where lock.locktype = 'advisory' and lock.objid = $1 and lock.granted
       and lock.database = (select oid from pg_database where datname = current_database())`,
    [LOCK],
  );
  const name = rows[0]?.name ?? "";
  return name.startsWith(`${NAME} `) ? name.slice(NAME.length + 1) : null;
};

const take = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [LOCK]);
  return rows[0]!.taken;
};

const nameConnection = (client: pg.Client, name: string) =>
  client.query("select set_config('application_name', $1, false)", [name]);

/**
 * Holds the records for this service, in the database itself: it is given back by the system when the service ends in
 * whatever way, and taken again where the database was started anew. Throws AlreadyRunning where another holds it.
 */
export const holdRecords = async (app: Connection): Promise<ServiceLock> => {
  let client = await openClient(app);
  let name = NAME;
  const held = { released: false };

  const retake = async (): Promise<void> => {
    while (!held.released) {
      await pause(PAUSE_MILLISECONDS * 5);
      try {
        const next = await openClient(app);
        if (await take(next)) {
          await nameConnection(next, name);
          client = next;
          client.once("end", () => void retake());
          return;
        }
        await next.end();
      } catch {
        // The database is away; it is asked again.
      }
    }
  };

  for (
    const until = performance.now() + PATIENCE_MILLISECONDS;
    !(await take(client));
    await pause(PAUSE_MILLISECONDS)
  ) {
    if (performance.now() < until) continue;
    const address = await holderOf(client);
    await client.end();
    throw new AlreadyRunning(address);
  }
  await nameConnection(client, name);
  client.once("end", () => void retake());
  return {
    answerAt: async (address) => {
      name = `${NAME} ${address}`;
      await nameConnection(client, name);
    },
    release: async () => {
      held.released = true;
      await client.end();
    },
  };
};
