import pg from "pg";
import { clientConfig, openClient, type Connection } from "./connect.ts";

export const OWNER = "concord_owner";
export const APP = "concord_app";
/** What the service steps down to for cases without a name: columns that tell who somebody is are closed to it. */
const MASKED = "concord_masked";

/** Passwords are ours and hexadecimal; everything else is a constant of this file. */
const loginOf = (password: string | null): string => (password === null ? "nologin" : `login password '${password}'`);

const ensureRole = async (client: pg.Client, name: string, password: string | null): Promise<void> => {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount === 0) await client.query(`create role ${name} nosuperuser ${loginOf(password)}`);
  else if (password !== null) await client.query(`alter role ${name} ${loginOf(password)}`);
};

/** The service may become the masked role and gains nothing by it: what that role may is not its own. */
const ensureMasked = async (client: pg.Client): Promise<void> => {
  await ensureRole(client, MASKED, null);
  const { rowCount } = await client.query(
    "select from pg_auth_members where roleid = $1::regrole and member = $2::regrole",
    [MASKED, APP],
  );
  if (rowCount !== 0) return;
  await client.query(`alter role ${APP} noinherit`);
  await client.query(`grant ${MASKED} to ${APP}`);
};

const ensureSchema = async (client: pg.Client): Promise<void> => {
  await client.query(`create schema if not exists concord authorization ${OWNER}`);
  await client.query(`grant usage on schema concord to ${APP}`);
};

/**
 * The roles, the database and its schema in a database of ours. The service acts as `concord_app`, which owns
 * nothing and cannot pass by row-level security; migrations act as `concord_owner`.
 */
export const ensureOwnRoles = async (
  admin: Connection,
  passwords: { readonly owner: string; readonly app: string },
): Promise<void> => {
  const client = new pg.Client({ ...clientConfig(admin), database: "postgres" });
  await client.connect();
  try {
    await ensureRole(client, OWNER, passwords.owner);
    await ensureRole(client, APP, passwords.app);
    await ensureMasked(client);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [admin.database]);
    if (rowCount === 0) await client.query(`create database "${admin.database}" owner ${OWNER}`);
  } finally {
    await client.end();
  }
  const inside = await openClient(admin);
  try {
    await ensureSchema(inside);
  } finally {
    await inside.end();
  }
};

const OLDEST = 15;

/** The same in a PostgreSQL of one's own: without passwords, the given user acts as either role. */
export const ensureRolesIn = async (given: Connection): Promise<void> => {
  const client = await openClient(given);
  try {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST) throw new Error(`DATABASE_URL is a PostgreSQL ${version}; ${OLDEST} or later is needed.`);
    try {
      await ensureRole(client, OWNER, null);
      await ensureRole(client, APP, null);
      await ensureMasked(client);
      await client.query(`grant ${OWNER}, ${APP}, ${MASKED} to current_user`);
      await ensureSchema(client);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501") throw error;
      throw new Error(
        `The user of DATABASE_URL may not create roles or a schema. Have an administrator run: create role ${OWNER}; ` +
          `create role ${APP} noinherit; create role ${MASKED}; grant ${MASKED} to ${APP}; ` +
          `grant ${OWNER}, ${APP}, ${MASKED} to that user; create schema concord authorization ${OWNER}; ` +
          `grant usage on schema concord to ${APP}.`,
        { cause: error },
      );
    }
  } finally {
    await client.end();
  }
};
