import { createItemReader, identify, parseDay, readDirections, readFhirDosage, registerEntry } from "@concord/core";
import { readRecords } from "@concord/exchange";
import { writeTwin } from "@concord/twin";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createRegisterBuilder } from "../register/build-register.ts";
import { ENGINES, newPractice, openTestStore, temporaryFolder, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import type { Work } from "../store/schema.ts";
import { createImportQueue, type QueueParts } from "./import-queue.ts";
import { inboxIn } from "./inbox-folder.ts";
import { watchInbox } from "./watch-inbox.ts";

vi.setConfig({ testTimeout: 60_000 });

const LATEST = parseDay("2026-11-20")!;
const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";
const row = (person: string, date: string, directions = "one twice a day", status = "issued") =>
  `${person},1950,F,2001-02-03,${date},,Morphine 10mg modified-release tablets,56,tablet,${directions},repeat,Dr Ahmed,${status}`;
const extract = (...rows: string[]) => [HEADER, ...rows, ""].join("\n");

const twin = temporaryFolder();
const twinFile = join(twin.path, "practice.csv");
beforeAll(() => writeTwin({ people: 400, seed: 5, out: twin.path, end: "2026-11-20", formats: ["csv"] }));
afterAll(() => twin.remove());

describe.each(ENGINES)("$name", ({ programs }) => {
  let store: TestStore;
  beforeAll(async () => {
    if (programs !== null) store = await openTestStore(programs);
  });
  afterAll(() => store?.remove());

  /** A practice of its own with its queue. */
  const practice = async (more: Partial<QueueParts> = {}) => {
    const practiceId = await newPractice(store);
    const { db } = store;
    const dataFolder = join(store.dataFolder, practiceId);
    mkdirSync(dataFolder);
    const register = createRegisterBuilder({ db, practiceId });
    const parts = { db, practiceId, dataFolder, register, latestDay: () => LATEST, ...more };
    const inside = <T>(work: (trx: Work) => Promise<T>) => inPractice(db, practiceId, work);
    const imports = () =>
      inside((trx) => trx.selectFrom("import").selectAll().orderBy("id").execute()).then((rows) =>
        rows.map(({ id, state, live, rows_read, used, replaces, replaced_by }) => ({
          id,
          state,
          live,
          rows_read,
          used,
          replaces,
          replaced_by,
        })),
      );
    const registerRows = () =>
      inside((trx) =>
        trx
          .selectFrom("register_row")
          .innerJoin("register_build", "register_build.id", "register_row.build_id")
          .where("register_build.current", "=", true)
          .selectAll("register_row")
          .orderBy("reference")
          .execute(),
      );
    return { practiceId, parts, register, queue: createImportQueue(parts), dataFolder, inside, imports, registerRows };
  };
  const bytes = (text: string) => Readable.from([Buffer.from(text)]);

  test.skipIf(programs === null)("keeps every row as it stands, used or not, with its person and item", async () => {
    const { queue, inside, imports } = await practice();
    const rows = [row("P1", "2026-01-05"), row("P2", "2026-02-30"), row("P2", "2026-03-01", "one daily", "cancelled")];
    expect(await queue.accept("a.csv", bytes(extract(...rows)))).toEqual({ status: "queued", id: expect.any(Number) });
    await queue.idle();
    expect(await imports()).toMatchObject([{ state: "done", live: true, rows_read: 3, used: 1 }]);
    const kept = await inside((trx) => trx.selectFrom("issue").select(["seq", "row_no", "day", "raw"]).execute());
    expect(kept).toEqual([{ seq: 1, row_no: 2, day: "2026-01-05", raw: rows[0] }]);
    const not = await inside((trx) =>
      trx.selectFrom("row_not_used").select(["seq", "reason", "raw"]).orderBy("seq").execute(),
    );
    expect(not).toEqual([
      { seq: 2, reason: "date-not-valid", raw: rows[1] },
      { seq: 3, reason: "cancelled", raw: rows[2] },
    ]);
    const people = await inside((trx) => trx.selectFrom("person").selectAll().execute());
    expect(people).toMatchObject([
      { reference: "P1", birth_year: 1950, sex: "female", registered: "2001-02-03" },
      { reference: "P2", birth_year: null },
    ]);
    await queue.close();
  });

  test.skipIf(programs === null)("a character that the store does not take does not stop a file", async () => {
    const { queue, inside, imports } = await practice();
    const before = Array.from({ length: 1000 }, () => row("P1", "2026-01-05"));
    await queue.accept("a.csv", bytes(extract(...before, row("P2", "2026-01-06", "one\0daily"))));
    await queue.idle();
    expect(await imports()).toMatchObject([{ state: "done", used: 1001 }]);
    const last = await inside((trx) =>
      trx.selectFrom("issue").select("raw").where("seq", "=", 1001).executeTakeFirstOrThrow(),
    );
    expect(last.raw).toContain("one\u{FFFD}daily");
    await queue.close();
  });

  test.skipIf(programs === null)("the register says of everyone what the engine says of the same file", async () => {
    const { queue, registerRows, parts } = await practice();
    await queue.accept("practice.csv", Readable.from([readFileSync(twinFile)]));
    await queue.idle();
    await queue.close();
    const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
    const records = await readRecords([twinFile], { readItem, latestDay: LATEST });
    const expected = [...records.people()]
      .map(({ person, details, issues, refused }) =>
        registerEntry(person, details, issues, records.lastIssueDay!, "uk", {
          dataFrom: records.firstIssueDay!,
          refusedRows: refused,
        }),
      )
      .filter((entry) => entry !== null);
    records.close();
    const byName = (text: string) => text.replaceAll(twinFile, "practice.csv");
    expect(expected.length).toBeGreaterThan(50);
    const found = await registerRows();
    expect(found.map(({ entry }) => entry)).toEqual(JSON.parse(byName(JSON.stringify(expected))));
    for (const line of found) {
      expect(line.directed_max_ng).toBe(Math.round(line.entry.directed.max * 1e6));
      expect(line.quarter_ng.at(-1)).toBe(line.current ? line.directed_max_ng : null);
    }
    expect(parts.register.building()).toBe(false);
  });

  test.skipIf(programs === null)(
    "goes on after the last batch that was kept, and ends in the same records",
    async () => {
      const whole = await practice();
      await whole.queue.accept("practice.csv", Readable.from([readFileSync(twinFile)]));
      await whole.queue.idle();
      await whole.queue.close();
      const all = await whole.inside((trx) =>
        sql`select seq, row_no, day, raw, reference from issue join person on person.id = person_id order by seq`.execute(
          trx,
        ),
      );

      const first: { batch: (() => void) | null } = { batch: null };
      const broken = await practice({ onProgress: () => first.batch?.() });
      const ended = new Promise<void>((resolve) => {
        first.batch = () => void broken.queue.close().then(resolve);
      });
      await broken.queue.accept("practice.csv", Readable.from([readFileSync(twinFile)]));
      await ended;
      const [halfway] = await broken.imports();
      expect(halfway).toMatchObject({ state: "reading", live: false });
      expect(halfway!.rows_read).toBeGreaterThan(0);
      expect(halfway!.rows_read).toBeLessThan((await whole.imports())[0]!.rows_read);
      expect(await broken.registerRows()).toEqual([]);

      const next = createImportQueue(broken.parts);
      await next.idle();
      await next.close();
      expect(await broken.imports()).toMatchObject([
        { state: "done", rows_read: (await whole.imports())[0]!.rows_read },
      ]);
      const after = await broken.inside((trx) =>
        sql`select seq, row_no, day, raw, reference from issue join person on person.id = person_id order by seq`.execute(
          trx,
        ),
      );
      expect(after.rows).toEqual(all.rows);
      expect((await broken.registerRows()).map(({ entry }) => entry)).toEqual(
        (await whole.registerRows()).map(({ entry }) => entry),
      );
    },
  );

  test.skipIf(programs === null)("the same bytes again change nothing, whatever their name", async () => {
    const { queue, imports } = await practice();
    const text = extract(row("P1", "2026-01-05"));
    const first = await queue.accept("a.csv", bytes(text));
    await queue.idle();
    const before = await imports();
    const second = await queue.accept("b.csv", bytes(text));
    await queue.idle();
    expect(second).toEqual({ status: "already-imported", id: first.status === "queued" && first.id });
    expect(await imports()).toEqual(before);
    await queue.close();
  });

  test.skipIf(programs === null)(
    "a corrected file takes the place of its predecessor at once, which leaves a trace",
    async () => {
      const { queue, imports, registerRows, inside } = await practice();
      await queue.accept("a.csv", bytes(extract(row("P1", "2026-01-05"), row("P2", "2026-01-05"))));
      await queue.idle();
      await queue.accept("a.csv", bytes(extract(row("P1", "2026-01-05", "two twice a day"))));
      await queue.idle();
      const [old, now] = await imports();
      expect([old, now]).toMatchObject([
        { state: "replaced", live: false, replaced_by: now!.id },
        { state: "done", live: true, replaces: old!.id },
      ]);
      expect((await registerRows()).map((line) => [line.reference, line.directed_max_ng])).toEqual([
        ["P1", 40_000_000],
      ]);
      const kept = await inside((trx) => trx.selectFrom("issue").select("import_id").execute());
      expect(kept).toHaveLength(3);
      const said = await queue.accept("c.csv", bytes(extract(row("P3", "2026-01-05"))), now!.id);
      await queue.idle();
      expect(said.status).toBe("queued");
      expect((await registerRows()).map((line) => line.reference)).toEqual(["P3"]);
      expect(await queue.accept("d.csv", bytes(extract(row("P4", "2026-01-05"))), old!.id)).toEqual({
        status: "nothing-to-replace",
      });
      await queue.close();
    },
  );

  test.skipIf(programs === null)("a file that is called off leaves no rows, and may come again", async () => {
    const first: { batch: (() => void) | null } = { batch: null };
    const { queue, imports, inside } = await practice({ onProgress: () => first.batch?.() });
    const underWay = new Promise<void>((resolve) => {
      first.batch = resolve;
    });
    const accepted = await queue.accept("practice.csv", Readable.from([readFileSync(twinFile)]));
    const id = accepted.status === "queued" ? accepted.id : 0;
    await underWay;
    expect(await queue.cancel(id)).toBe("cancelled");
    await queue.idle();
    expect(await imports()).toMatchObject([{ state: "cancelled", live: false, rows_read: 0 }]);
    const left = await inside((trx) =>
      sql`select (select count(*) from issue) + (select count(*) from row_not_used) + (select count(*) from person) as n`.execute(
        trx,
      ),
    );
    expect(left.rows).toEqual([{ n: 0 }]);
    expect(await queue.cancel(id)).toBe("finished");
    expect(await queue.cancel(id + 1)).toBe("not-found");
    expect((await queue.accept("practice.csv", Readable.from([readFileSync(twinFile)]))).status).toBe("queued");
    await queue.idle();
    expect((await imports()).at(-1)).toMatchObject({ state: "done", live: true });
    await queue.close();
  });

  test.skipIf(programs === null)(
    "a file that is no extract fails with what to do, and leaves what was there",
    async () => {
      const { queue, inside, registerRows } = await practice();
      await queue.accept("a.csv", bytes(extract(row("P1", "2026-01-05"))));
      await queue.accept("a.csv", bytes("once upon a time"));
      await queue.idle();
      const failed = await inside((trx) =>
        trx.selectFrom("import").select(["state", "live", "error"]).where("state", "=", "failed").execute(),
      );
      expect(failed).toMatchObject([{ live: false, error: { code: "not-a-known-format", todo: expect.any(String) } }]);
      expect(await registerRows()).toHaveLength(1);
      await queue.close();
    },
  );

  test.skipIf(programs === null)(
    "a reading by hand is in the register at once for everyone with that text, and its undoing too",
    async () => {
      const { queue, inside, registerRows, register, practiceId } = await practice();
      const rows = ["P1", "P2"].map((person) => row(person, "2026-01-05", "one in the morning and increase slowly"));
      await queue.accept("a.csv", bytes(extract(...rows, row("P3", "2026-01-05"))));
      await queue.idle();
      const doses = async () =>
        (await registerRows()).map((line) => [line.reference, line.directed_max_ng, line.not_readable]);
      const unread = [
        ["P1", 0, true],
        ["P2", 0, true],
        ["P3", 20_000_000, false],
      ];
      expect(await doses()).toEqual(unread);
      const item = await inside((trx) =>
        trx.selectFrom("item").selectAll().where("unread_reason", "is not", null).executeTakeFirstOrThrow(),
      );
      expect(item).toMatchObject({ unread_reason: expect.any(String), counted_in: "tablet", class: "opioid" });
      const touched = await inside(async (trx) => {
        await trx
          .insertInto("reading_by_hand")
          .values({
            practice_id: practiceId,
            reading_key: item.reading_key,
            product_name: item.product_name,
            directions: item.directions,
            min_a_day: 1,
            max_a_day: 3,
            who: "A pharmacist",
          })
          .execute();
        return register.follow(trx, item.reading_key);
      });
      expect(touched).toBe(2);
      const read = [
        ["P1", 30_000_000, false],
        ["P2", 30_000_000, false],
        ["P3", 20_000_000, false],
      ];
      expect(await doses()).toEqual(read);
      const followed = await registerRows();
      await register.rebuild();
      expect((await registerRows()).map(({ entry }) => entry)).toEqual(followed.map(({ entry }) => entry));
      await inside(async (trx) => {
        await trx.updateTable("reading_by_hand").set({ undone_at: new Date().toISOString() }).execute();
        await register.follow(trx, item.reading_key);
      });
      expect(await doses()).toEqual(unread);
      await queue.close();
    },
  );

  test.skipIf(programs === null)(
    "a reading that is written while the register is being built is in the new one",
    async () => {
      const { queue, inside, registerRows, register, practiceId } = await practice();
      await queue.accept("a.csv", bytes(extract(row("P1", "2026-01-05", "one in the morning and increase slowly"))));
      await queue.idle();
      const item = await inside((trx) => trx.selectFrom("item").selectAll().executeTakeFirstOrThrow());
      await register.rebuild(() => {
        // Every person is in the new build by now, and the swap has not been made.
        void inside(async (trx) => {
          await trx
            .insertInto("reading_by_hand")
            .values({
              practice_id: practiceId,
              reading_key: item.reading_key,
              product_name: item.product_name,
              directions: item.directions,
              min_a_day: 2,
              max_a_day: 2,
              who: "A pharmacist",
            })
            .execute();
          await register.follow(trx, item.reading_key);
        });
      });
      await pause(200);
      expect((await registerRows()).map((line) => line.directed_max_ng)).toEqual([20_000_000]);
      const builds = await inside((trx) => trx.selectFrom("register_build").select("current").execute());
      expect(builds).toEqual([{ current: true }]);
      await queue.close();
    },
  );

  test.skipIf(programs === null)(
    "halves of uploads and of registers that a killed service left are cleared away",
    async () => {
      const { queue, parts, dataFolder, inside, practiceId, register } = await practice();
      await queue.accept("a.csv", bytes(extract(row("P1", "2026-01-05"))));
      await queue.idle();
      await queue.close();
      writeFileSync(join(dataFolder, "uploads", "part-x"), "half");
      await inside((trx) =>
        trx
          .insertInto("register_build")
          .values({
            practice_id: practiceId,
            as_of: "2026-01-01",
            data_from: "2026-01-01",
            table_id: "uk",
            quarters: [],
          })
          .execute(),
      );
      await createImportQueue(parts).close();
      expect(readdirSync(join(dataFolder, "uploads")).filter((name) => name.startsWith("part"))).toEqual([]);
      await register.rebuild();
      expect(await inside((trx) => trx.selectFrom("register_build").select("current").execute())).toEqual([
        { current: true },
      ]);
    },
  );

  test.skipIf(programs === null)("a file in the watched folder is taken once it has stopped growing", async () => {
    const { queue, dataFolder, imports } = await practice();
    const stop = watchInbox(dataFolder, queue, () => {}, 50);
    const inbox = inboxIn(dataFolder);
    writeFileSync(join(inbox, "b.csv.part"), extract(row("P9", "2026-01-05")));
    writeFileSync(join(inbox, "a.csv"), extract(row("P1", "2026-01-05")));
    while (existsSync(join(inbox, "a.csv"))) await pause(20);
    await queue.idle();
    await stop();
    expect(await imports()).toMatchObject([{ state: "done", rows_read: 1 }]);
    expect(readdirSync(join(inbox, "taken"))).toEqual([expect.stringMatching(/ a\.csv$/)]);
    expect(readdirSync(inbox)).toContain("b.csv.part");
    expect(await queue.acceptFromInbox("../secret.json")).toBeNull();
    expect(await queue.acceptFromInbox("taken")).toBeNull();
    await queue.close();
  });
});
