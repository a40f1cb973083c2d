import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBackup } from "@concord/exchange";
import { keptPath } from "../imports/keep-file.ts";
import { openClient, type Connection } from "../store/connect.ts";
import { ENGINES, newPractice, openTestStore, temporaryFolder, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { openOwn } from "../store/open-store.ts";
import { ensureOwnRoles } from "../store/roles.ts";
import { digestsOf, writeMessyRecords } from "./messy-records.fixture.ts";
import { restoreBackup, type RestoreTarget } from "./restore-backup.ts";
import { backupText } from "./write-backup.ts";

const UNDER_WAY = Buffer.from("person,issue_date\nP1,2026-11-20\n".repeat(5_000));
const underWay = createHash("sha256").update(UNDER_WAY).digest("hex");

const files = temporaryFolder();
afterAll(() => files.remove());

const backUp = async (owner: Connection, dataFolder: string, name: string): Promise<string> => {
  const path = join(files.path, name);
  const text = Readable.from(backupText({ owner, dataFolder, version: "0.1.0" }), { objectMode: false });
  await pipeline(text, createGzip(), createWriteStream(path));
  return path;
};

const digests = async (admin: Connection) => {
  const client = await openClient(admin);
  const found = await digestsOf(client);
  await client.end();
  return found;
};

/** What each engine wrote, to be restored by every engine. */
const written: {
  readonly engine: string;
  readonly path: string;
  readonly digests: Readonly<Record<string, string>>;
}[] = [];

describe.each(ENGINES)("$name", ({ name: engine, programs }) => {
  let store: TestStore;
  let path: string;
  let practices: readonly string[];
  beforeAll(async () => {
    if (programs === null) return;
    store = await openTestStore(programs);
    mkdirSync(join(store.dataFolder, "uploads"), { recursive: true });
    writeFileSync(keptPath(store.dataFolder, underWay), UNDER_WAY);
    practices = await writeMessyRecords(store, underWay);
    path = await backUp(store.owner, store.dataFolder, `${programs.version}.backup`);
    written.push({ engine, path, digests: await digests(store.admin) });
  });
  afterAll(() => store?.remove());

  let made = 0;
  /** An empty installation beside the full one. */
  const empty = async (): Promise<RestoreTarget & { readonly admin: Connection }> => {
    const database = `empty_${made++}`;
    await ensureOwnRoles({ ...store.admin, database }, { owner: store.owner.password, app: store.app.password });
    const owner = { ...store.owner, database };
    await migrate(owner);
    return { owner, admin: { ...store.admin, database }, dataFolder: join(files.path, `${made}-data`) };
  };

  test.skipIf(programs === null)("every table comes back as it was, from each engine", async () => {
    expect(Object.values(written.at(-1)!.digests).every((digest) => !digest.startsWith("0 "))).toBe(true);
    for (const one of written) {
      const target = await empty();
      expect(await restoreBackup(target, one.path)).toMatchObject({
        status: "restored",
        tables: Object.keys(one.digests).length,
      });
      expect(await digests(target.admin)).toEqual(one.digests);
    }
  });

  test.skipIf(programs === null)("a restored installation gives the very same backup", async () => {
    const target = await empty();
    await restoreBackup(target, path);
    const again = await checkBackup(await backUp(target.owner, target.dataFolder, "again.backup"));
    const first = await checkBackup(path);
    expect({ ...again, header: { ...again.header, at: "" } }).toEqual({
      ...first,
      header: { ...first.header, at: "" },
    });
  });

  test.skipIf(programs === null)("files whose import is under way come along, and numbers go on", async () => {
    const target = await empty();
    await restoreBackup(target, path);
    expect(readFileSync(keptPath(target.dataFolder, underWay)).equals(UNDER_WAY)).toBe(true);
    const client = await openClient(target.admin);
    const { rows } = await client.query(
      "insert into saved_filter (practice_id, name, filter) values ($1, 'next', '') returning id",
      [practices[0]],
    );
    await client.end();
    expect(rows).toEqual([{ id: 5 }]);
  });

  test.skipIf(programs === null)("an installation with records is refused, and stays as it is", async () => {
    const target = await empty();
    await restoreBackup(target, path);
    const before = await digests(target.admin);
    const refused = await restoreBackup(target, path);
    expect(refused.status).toBe("not-empty");
    expect(await digests(target.admin)).toEqual(before);
  });

  test.skipIf(programs === null)("a practice that was only named gives way", async () => {
    const target = await empty();
    const client = await openClient(target.admin);
    await client.query("insert into practice (name) values ('New practice')");
    await client.end();
    expect((await restoreBackup(target, path)).status).toBe("restored");
    expect(await digests(target.admin)).toEqual(written.at(-1)!.digests);
  });

  test.skipIf(programs === null)("a damaged backup is refused, with where; nothing is restored", async () => {
    const target = await empty();
    const whole = readFileSync(path);
    const broken = join(files.path, "broken.backup");
    for (const bytes of [whole.subarray(0, whole.length >> 1), whole.with(whole.length >> 1, 255), Buffer.from("x")]) {
      writeFileSync(broken, bytes);
      const refused = await restoreBackup(target, broken);
      expect(refused.status).toBe("unusable");
    }
    const found = Object.entries(await digests(target.admin));
    expect(found.filter(([, digest]) => !digest.startsWith("0 "))).toEqual([]);
  });

  test.skipIf(programs === null)("is of one moment, whatever is written meanwhile", async () => {
    const practiceId = await newPractice(store);
    const person = (reference: string) =>
      inPractice(store.db, practiceId, (trx) =>
        trx.insertInto("person").values({ practice_id: practiceId, reference }).execute(),
      );
    await person("before");
    const text = backupText({ owner: store.owner, dataFolder: store.dataFolder, version: "0" });
    const first = await text.next();
    await person("after");
    const later = await newPractice(store, "Later");
    let all = String(first.value);
    for await (const piece of text) all += piece;
    expect(all).toContain('"before"');
    expect(all).not.toContain('"after"');
    expect(all).not.toContain(later);
  });

  test.skipIf(programs === null)("of an earlier schema is brought forward as it is restored", async () => {
    const target = await empty();
    const known = [
      ...migrations(),
      {
        number: migrations().length + 1,
        name: "later",
        sql: "alter table person add title text not null default 'none'",
      },
    ];
    await migrate(target.owner, known);
    expect((await restoreBackup({ ...target, known }, path)).status).toBe("restored");
    const client = await openClient(target.admin);
    const { rows } = await client.query(
      "select count(*)::int as people, min(title) as title, (select max(number) from schema_migration) as schema from person",
    );
    await client.end();
    expect(rows).toEqual([{ people: 5000, title: "none", schema: known.length }]);
    const refused = await restoreBackup(await empty(), await backUp(target.owner, target.dataFolder, "newer.backup"));
    expect(refused).toMatchObject({ status: "unusable", fault: { fault: "newer-format" } });
  });

  test.skipIf(programs === null)(
    "works in a PostgreSQL of one's own, whose user passes by no row-level security",
    async () => {
      const client = await openClient({ ...store.admin, database: "postgres" });
      await client.query("create role practice_admin login createrole password 'secret'");
      await client.query("grant concord_owner, concord_app, concord_masked to practice_admin with admin option");
      await client.query("create database own owner practice_admin");
      await client.end();
      const own = await openOwn(`postgres://practice_admin:secret@127.0.0.1:${store.admin.port}/own`);
      const dataFolder = join(files.path, "own-data");
      expect((await restoreBackup({ owner: own.owner, dataFolder }, path)).status).toBe("restored");
      const backup = await checkBackup(await backUp(own.owner, dataFolder, "own.backup"));
      await own.close();
      expect([...backup.rows]).toEqual([...(await checkBackup(path)).rows]);
      expect(await digests({ ...store.admin, database: "own" })).toEqual(written.at(-1)!.digests);
    },
  );
});
