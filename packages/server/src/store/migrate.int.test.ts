import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClient, type Connection } from "./connect.ts";
import { ENGINES } from "./engines.fixture.ts";
import { temporaryFolder } from "./engines.fixture.ts";
import { startEmbedded, type Embedded } from "./embedded/start-embedded.ts";
import { migrate, migrations } from "./migrate.ts";
import { ensureOwnRoles, ensureRolesIn } from "./roles.ts";
import { connectionOf, openOwn } from "./open-store.ts";

const SHAPE = `
  select table_name, column_name, data_type, is_nullable, column_default
  from information_schema.columns where table_schema = 'concord' order by 1, ordinal_position`;

describe.each(ENGINES)("$name", ({ programs }) => {
  const folder = temporaryFolder();
  let embedded: Embedded;
  beforeAll(async () => {
    if (programs === null) return;
    embedded = await startEmbedded({ dataFolder: folder.path, programs });
  });
  afterAll(async () => {
    await embedded?.stop();
    folder.remove();
  });

  /** An empty database of its own; its owner. */
  const emptyDatabase = async (name: string): Promise<Connection> => {
    const { admin, owner, app } = embedded;
    await ensureOwnRoles({ ...admin, database: name }, { owner: owner.password, app: app.password });
    return { ...owner, database: name };
  };

  const shapeOf = async (owner: Connection) => {
    const client = await openClient(owner);
    const { rows } = await client.query(SHAPE);
    await client.end();
    return rows;
  };

  test.skipIf(programs === null)("from empty and from each earlier version, all end in the same schema", async () => {
    const known = migrations();
    const whole = await emptyDatabase("whole");
    expect(await migrate(whole)).toBe(known.length);
    const expected = await shapeOf(whole);
    expect(expected.length).toBeGreaterThan(100);
    for (let version = 1; version < known.length; version++) {
      const owner = await emptyDatabase(`from_${version}`);
      await migrate(owner, known.slice(0, version));
      expect(await migrate(owner)).toBe(known.length - version);
      expect(await shapeOf(owner)).toEqual(expected);
    }
  });

  test.skipIf(programs === null)(
    "what is known of people goes on to count; a reading for everyone of a text without a dose is undone",
    async () => {
      const owner = await emptyDatabase("with_records");
      await migrate(owner, migrations().slice(0, 1));
      const client = await openClient(owner);
      const one = "00000000-0000-0000-0000-000000000001";
      await client.query(`select set_config('concord.practice', '${one}', false)`);
      await client.query(`
        insert into practice (id, name) values ('${one}', 'One');
        insert into person (practice_id, reference, birth_year, sex) values ('${one}', 'P1', 1950, 'female');
        insert into import (practice_id, file_name, sha256, bytes, live) values ('${one}', 'a.csv', '0', 1, true);
        insert into item (practice_id, hash, product_name, codes, directions, class, reading_key, unread_reason) values
          ('${one}', '\\x01', 'p', '[]', 'as directed', 'opioid', 'says-nothing', 'as-directed'),
          ('${one}', '\\x02', 'p', '[]', 'two or three then', 'opioid', 'says-something', 'two-readings');
        insert into issue (practice_id, import_id, seq, row_no, person_id, item_id, day, kind, raw) values
          ('${one}', 1, 1, 2, 1, 1, '2026-01-05', 'repeat', 'raw');
        insert into reading_by_hand (practice_id, reading_key, product_name, directions, min_a_day, max_a_day, who) values
          ('${one}', 'says-nothing', 'p', 'as directed', 1, 1, 'Dr A'), ('${one}', 'says-something', 'p', 'x', 1, 1, 'Dr A')`);
      await migrate(owner);
      const details = await client.query("select import_id, person_id, birth_year, sex, registered from person_detail");
      expect(details.rows).toEqual([{ import_id: 1, person_id: 1, birth_year: 1950, sex: "female", registered: null }]);
      const keys = await client.query("select key::text from person");
      expect(keys.rows).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/) }]);
      const standing = await client.query("select reading_key as key from reading_by_hand where undone_at is null");
      expect(standing.rows).toEqual([{ key: "says-something" }]);
      const each = await client.query("select reading_key as key from item where each_person");
      expect(each.rows).toEqual([{ key: "says-nothing" }]);
      await client.end();
    },
  );

  test.skipIf(programs === null)("a second time there is nothing to do", async () => {
    const owner = await emptyDatabase("twice");
    await migrate(owner);
    expect(await migrate(owner)).toBe(0);
  });

  test.skipIf(programs === null)("two at the same time apply each once", async () => {
    const owner = await emptyDatabase("at_once");
    const counts = await Promise.all([migrate(owner), migrate(owner)]);
    expect(counts.toSorted()).toEqual([0, migrations().length]);
  });

  test.skipIf(programs === null)("a migration that fails leaves nothing behind", async () => {
    const owner = await emptyDatabase("failing");
    const known = migrations();
    const bad = { number: known.length + 1, name: "bad", sql: "create table half (id int); select 1 / 0" };
    await expect(migrate(owner, [...known, bad])).rejects.toThrow(`migration ${known.length + 1} (bad)`);
    expect((await shapeOf(owner)).some(({ table_name }) => table_name === "half")).toBe(false);
    expect(await migrate(owner)).toBe(0);
  });

  test.skipIf(programs === null)("records of a newer version are refused", async () => {
    const owner = await emptyDatabase("newer");
    const known = migrations();
    await migrate(owner, [...known, { number: known.length + 1, name: "later", sql: "select 1" }]);
    await expect(migrate(owner)).rejects.toThrow("newer version of Concord");
  });

  test.skipIf(programs === null)(
    "a PostgreSQL of one's own: its user acts as roles that cannot pass by row-level security",
    async () => {
      const { admin } = embedded;
      await ensureOwnRoles(
        { ...admin, database: "own" },
        { owner: embedded.owner.password, app: embedded.app.password },
      );
      const url = `postgres://${admin.user}:${admin.password}@127.0.0.1:${admin.port}/own`;
      await ensureRolesIn(connectionOf(url));
      const store = await openOwn(url);
      const client = await openClient(store.app);
      const { rows } = await client.query(
        "select current_user::text as role, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as passes",
      );
      await client.end();
      await store.close();
      expect(rows).toEqual([{ role: "concord_app", passes: false }]);
    },
  );
});
