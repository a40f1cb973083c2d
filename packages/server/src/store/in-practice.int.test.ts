import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClient, openDatabase } from "./connect.ts";
import { ENGINES, newPractice, openTestStore, type TestStore } from "./engines.fixture.ts";
import { inPractice } from "./in-practice.ts";

describe.each(ENGINES)("$name", ({ programs }) => {
  let store: TestStore;
  let [ours, theirs] = ["", ""];
  beforeAll(async () => {
    if (programs === null) return;
    store = await openTestStore(programs);
    ours = await newPractice(store, "Ours");
    theirs = await newPractice(store, "Theirs");
    for (const [practice_id, reference] of [
      [ours, "A1"],
      [theirs, "B1"],
    ] as const)
      await inPractice(store.db, practice_id, (trx) =>
        trx.insertInto("person").values({ practice_id, reference, registered: "2020-02-29" }).execute(),
      );
  });
  afterAll(() => store?.remove());

  test.skipIf(programs === null)("every table with a practice has row-level security, forced", async () => {
    const client = await openClient(store.admin);
    const { rows } = await client.query<{ name: string; closed: boolean; policies: number }>(`
      select relname::text as name, relrowsecurity and relforcerowsecurity as closed,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c join pg_attribute a on attrelid = c.oid and attname = 'practice_id'
      where relkind = 'r' and relnamespace = 'concord'::regnamespace`);
    await client.end();
    expect(rows.length).toBeGreaterThan(10);
    // The owner's, and one each to read, add, change and remove; tables of cases without a name have one more.
    expect(rows.filter(({ closed, policies }) => !closed || policies < 5 || policies > 6)).toEqual([]);
  });

  test.skipIf(programs === null)("shows the rows of its practice alone", async () => {
    const seen = await inPractice(store.db, ours, (trx) => trx.selectFrom("person").select("reference").execute());
    expect(seen).toEqual([{ reference: "A1" }]);
  });

  test.skipIf(programs === null)("shows none outside of a practice, also on a connection that was in one", async () => {
    const one = openDatabase(store.app, 1);
    await inPractice(one, ours, (trx) => trx.selectFrom("person").selectAll().execute());
    const seen = await one.selectFrom("person").selectAll().execute();
    await one.destroy();
    expect(seen).toEqual([]);
  });

  test.skipIf(programs === null)("asking for another practice by name finds, changes and removes nothing", async () => {
    await inPractice(store.db, ours, async (trx) => {
      const asked = await trx.selectFrom("person").selectAll().where("practice_id", "=", theirs).execute();
      expect(asked).toEqual([]);
      const changed = await trx
        .updateTable("person")
        .set({ sex: "x" })
        .where("practice_id", "=", theirs)
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
      const removed = await trx.deleteFrom("person").where("practice_id", "=", theirs).executeTakeFirst();
      expect(removed.numDeletedRows).toBe(0n);
    });
  });

  test.skipIf(programs === null)("a row cannot be written into another practice, nor moved there", async () => {
    const write = inPractice(store.db, ours, (trx) =>
      trx.insertInto("person").values({ practice_id: theirs, reference: "X" }).execute(),
    );
    await expect(write).rejects.toMatchObject({ code: "42501" });
    const move = inPractice(store.db, ours, (trx) => trx.updateTable("person").set({ practice_id: theirs }).execute());
    await expect(move).rejects.toMatchObject({ code: "42501" });
  });

  test.skipIf(programs === null)(
    "the service's role cannot lift it: not by setting, role, owner or the view",
    async () => {
      const client = await openClient(store.app);
      for (const attempt of [
        "alter table person no force row level security",
        "alter table person disable row level security",
        "drop policy reads on person",
        "insert into right_on_table values ('patient', 'direct-care', 'person', 'practice', true)",
        "update audit_log set who = ''",
        "delete from audit_log",
        "update audit_head set number = 0",
        "set role concord_owner",
        "create policy mine on person using (true)",
        "insert into schema_migration (number, name) values (99, 'x')",
      ])
        await expect(client.query(attempt), attempt).rejects.toMatchObject({ code: "42501" });
      await client.query("set row_security = off");
      await expect(client.query("select * from person")).rejects.toMatchObject({ code: "42501" });
      await client.query("set row_security = on");
      const { rows } = await client.query("select * from live_issue");
      expect(rows).toEqual([]);
      await client.end();
    },
  );

  test.skipIf(programs === null)("not even the owner of the tables sees past it", async () => {
    const client = await openClient(store.owner);
    const { rows } = await client.query("select * from person");
    await client.end();
    expect(rows).toEqual([]);
  });

  test.skipIf(programs === null)("what fails is not written, in part or whole", async () => {
    const failing = inPractice(store.db, ours, async (trx) => {
      await trx.insertInto("person").values({ practice_id: ours, reference: "half" }).execute();
      throw new Error("stopped");
    });
    await expect(failing).rejects.toThrow("stopped");
    const seen = await inPractice(store.db, ours, (trx) => trx.selectFrom("person").select("reference").execute());
    expect(seen).toEqual([{ reference: "A1" }]);
  });

  test.skipIf(programs === null)(
    "dates stay the text they are, instants are ISO 8601 in UTC, bigints are numbers",
    async () => {
      const row = await inPractice(store.db, ours, async (trx) => {
        const { registered } = await trx.selectFrom("person").select("registered").executeTakeFirstOrThrow();
        const { rows } = await sql<Record<string, unknown>>`
        select timestamptz '2026-03-29 01:30:00.25+01' as at, 9007199254740991::bigint as big,
          array[date '2024-02-29', date '2026-12-31'] as days, array[1, 2]::bigint[] as bigs`.execute(trx);
        return { registered, ...rows[0] };
      });
      expect(row).toEqual({
        registered: "2020-02-29",
        at: "2026-03-29T00:30:00.250Z",
        big: 9_007_199_254_740_991,
        days: ["2024-02-29", "2026-12-31"],
        bigs: [1, 2],
      });
    },
  );
});
