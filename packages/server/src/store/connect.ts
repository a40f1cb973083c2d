import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, Tables } from "./schema.ts";

/** How to reach a database as one role. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Of a database of one's own: what its address says beside (ssl and such). */
  readonly url?: string;
  /** The role to act as, where it is not the user that signs in. */
  readonly role?: string;
}

const OID = { int8: 20, date: 1082, dates: 1182, timestamptz: 1184, int8s: 1016 } as const;

const asInstant = (text: string): string =>
  new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
const listOf =
  <T>(read: (text: string) => T) =>
  (text: string): T[] =>
    text === "{}" ? [] : text.slice(1, -1).split(",").map(read);

/** Dates stay text, instants become ISO 8601, whole numbers are numbers: none here is beyond 2^53. */
const READ: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [OID.int8, Number],
  [OID.int8s, listOf((text) => (text === "NULL" ? null : Number(text)))],
  [OID.date, (text) => text],
  [OID.dates, listOf((text) => text)],
  [OID.timestamptz, asInstant],
]);

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && READ.get(oid)) || pg.types.getTypeParser(oid, format as "text"),
};

/** Parts that every connection shares: the schema, the role, dates in one shape. */
export const clientConfig = (connection: Connection): pg.ClientConfig => {
  const { url, role, ...plain } = connection;
  const settings = [
    "search_path=concord",
    "datestyle=ISO",
    "timezone=UTC",
    ...(role === undefined ? [] : [`role=${role}`]),
  ];
  return {
    ...(url === undefined ? plain : { connectionString: url }),
    options: settings.map((setting) => `-c ${setting}`).join(" "),
    types: types as NonNullable<pg.ClientConfig["types"]>,
    connectionTimeoutMillis: 10_000,
  };
};

/** One connection of its own, opened; the caller ends it. */
export const openClient = async (connection: Connection): Promise<pg.Client> => {
  const client = new pg.Client(clientConfig(connection));
  // An idle connection that the database ends must not end the service; the next query says it.
  client.on("error", () => {});
  await client.connect();
  return client;
};

/** A pool of connections as typed tables. `destroy()` ends it. */
export const openDatabase = (connection: Connection, most = 10): Database => {
  const pool = new pg.Pool({ ...clientConfig(connection), max: most, idleTimeoutMillis: 30_000 });
  pool.on("error", () => {});
  // At work between two queries of a transaction, the pool does not listen for it.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};
