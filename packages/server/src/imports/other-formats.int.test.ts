import { createItemReader, identify, parseDay, readDirections, readFhirDosage, registerEntry } from "@concord/core";
import { readRecords } from "@concord/exchange";
import type { ImportJob, ImportRow } from "@concord/exchange/api";
import { writeTwin } from "@concord/twin";
import { sql } from "kysely";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { zipStream } from "../export/zip-stream.ts";
import { createRegisterBuilder } from "../register/build-register.ts";
import { newPractice, openTestStore, temporaryFolder, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { importJob } from "../store/queries/import-job.ts";
import { importRows } from "../store/queries/import-rows.ts";
import type { Work } from "../store/schema.ts";
import { createImportQueue, type QueueParts } from "./import-queue.ts";
import { presentImport, presentImportRow } from "./present.ts";

vi.setConfig({ testTimeout: 120_000 });

const LATEST = parseDay("2026-11-20")!;
const EXAMPLES = join(import.meta.dirname, "..", "..", "..", "exchange", "examples");
/** Other people's files in the shape that they publish; only where they are there. */
const published = process.env["CONCORD_PUBLISHED_RECORDS"] ?? "";

const files = temporaryFolder();
const twinBundles = join(files.path, "fhir", "bundles.ndjson");
let store: TestStore;
beforeAll(async () => {
  await writeTwin({ people: 1200, seed: 5, years: 3, out: files.path, end: "2026-11-20", formats: ["fhir"] });
  store = await openTestStore();
});
afterAll(async () => {
  await store.remove();
  files.remove();
});

const zipOf = async (folder: string): Promise<Buffer> =>
  buffer(
    zipStream(
      readdirSync(folder).map((name) => ({
        name: `export/${name}`,
        content: [readFileSync(join(folder, name), "utf8")],
      })),
    ),
  );

const practice = async (more: Partial<QueueParts> = {}) => {
  const practiceId = await newPractice(store);
  const { db } = store;
  const dataFolder = join(store.dataFolder, practiceId);
  mkdirSync(dataFolder);
  const register = createRegisterBuilder({ db, practiceId });
  const parts: QueueParts = { db, practiceId, dataFolder, register, latestDay: () => LATEST, ...more };
  const inside = <T>(work: (trx: Work) => Promise<T>) => inPractice(db, practiceId, work);
  const queue = createImportQueue(parts);
  const take = async (name: string, bytes: Buffer | string): Promise<ImportJob> => {
    const accepted = await queue.accept(name, Readable.from([Buffer.from(bytes)]));
    await queue.idle();
    if (accepted.status === "nothing-to-replace") throw new Error(accepted.status);
    return presentImport((await inside((trx) => importJob(trx, accepted.id)))!);
  };
  const entries = async () =>
    (await inside((trx) => trx.selectFrom("register_row").select("entry").orderBy("reference").execute())).map(
      ({ entry }) => entry,
    );
  const notUsed = async (id: number): Promise<readonly ImportRow[]> =>
    (await inside((trx) => importRows(trx, id, { page: 1, size: 500 }))).rows.map(presentImportRow);
  const issues = () =>
    inside(async (trx) => {
      const { rows } = await sql<object>`select seq, row_no, part, day, kind, raw, reference from issue
        join person on person.id = person_id order by import_id, seq`.execute(trx);
      return rows;
    });
  return { parts, queue, take, entries, notUsed, issues, inside };
};

/** What the commands make of the same files; `named` are the names by which the service knows them. */
const byCommand = async (paths: readonly string[], named: (text: string) => string): Promise<unknown> => {
  const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
  const records = await readRecords(paths, { readItem, latestDay: LATEST });
  const expected = [...records.people()]
    .map(({ person, details, issues, refused }) =>
      registerEntry(person, details, issues, records.lastIssueDay!, "uk", {
        dataFrom: records.firstIssueDay!,
        refusedRows: refused,
      }),
    )
    .filter((entry) => entry !== null);
  records.close();
  expect(expected.length).toBeGreaterThan(0);
  return JSON.parse(named(JSON.stringify(expected)));
};

describe("the register is that of the commands on the same records", () => {
  const same = async (name: string, bytes: Buffer, paths: readonly string[], named: (text: string) => string) => {
    const { take, entries, queue } = await practice();
    const job = await take(name, bytes);
    expect(job).toMatchObject({ state: "done", error: null });
    expect(job.rowsRead).toBe(job.used + job.setAside + job.refused);
    expect(await entries()).toEqual(await byCommand(paths, named));
    await queue.close();
    return job;
  };

  test("FHIR bundles, gzipped", async () => {
    const job = await same("b.ndjson.gz", gzipSync(readFileSync(twinBundles)), [twinBundles], (text) =>
      text.replaceAll(twinBundles, "b.ndjson.gz"),
    );
    expect(job).toMatchObject({ format: "fhir-ndjson", parts: [] });
  });

  test.each([
    ["a bulk export of FHIR", "fhir-bulk", "fhir-resource", 4],
    ["OMOP tables", "omop", "omop-drug-exposure", 3],
  ])("%s, in one archive", async (_, name, format, parts) => {
    const folder = join(EXAMPLES, name);
    const job = await same(`${name}.zip`, await zipOf(folder), [folder], (text) =>
      text.replaceAll(`${folder}/`, `${name}.zip/export/`),
    );
    expect(job.format).toBe(format);
    expect(job.parts).toHaveLength(parts);
  });

  test.runIf(published !== "" && existsSync(published)).each(["fhir-r4-synthea", "fhir-r4-bulk", "omop-synthea27nj"])(
    "%s, as others publish it",
    async (name) => {
      const folder = join(published, name);
      const job = await same("all.zip", await zipOf(folder), [folder], (text) =>
        text.replaceAll(`${folder}/`, "all.zip/export/"),
      );
      expect(job.parts.length).toBeGreaterThan(1);
    },
  );
});

const request = (id: string, rest: object = {}) => ({
  resourceType: "MedicationRequest",
  id,
  status: "completed",
  intent: "order",
  medicationCodeableConcept: { text: "Morphine 10mg modified-release tablets" },
  subject: { reference: "Patient/p1" },
  authoredOn: "2026-11-01",
  dosageInstruction: [{ text: "one twice a day" }],
  dispenseRequest: { quantity: { value: 56, unit: "tablet" } },
  ...rest,
});
const ndjson = (...resources: readonly object[]): string => resources.map((one) => `${JSON.stringify(one)}\n`).join("");

test("each row is kept as its JSON, used or not, with its place and why", async () => {
  const { take, notUsed, issues, queue } = await practice();
  const rows = [request("r1"), request("r2", { status: "on-hold" }), request("r3", { authoredOn: "2026-02-30" })];
  const patient = { resourceType: "Patient", id: "p1", gender: "female", birthDate: "1950-01-01" };
  const job = await take("all.ndjson", ndjson(...rows, patient));
  expect(job).toMatchObject({ rowsRead: 3, used: 1, setAside: 1, refused: 1 });
  expect(await issues()).toMatchObject([{ row_no: 1, part: null, raw: JSON.stringify(rows[0]) }]);
  expect(await notUsed(job.id)).toMatchObject([
    { row: 2, reason: "on-hold", raw: JSON.stringify(rows[1]) },
    { row: 3, reason: "date-not-valid", raw: JSON.stringify(rows[2]), part: null },
  ]);
  await queue.close();
});

test("what a later copy says was entered in error counts no more; its row stays on record", async () => {
  const { take, notUsed, issues, entries, queue } = await practice();
  const copies = [request("r1"), request("r2"), request("r1", { status: "entered-in-error" })];
  const job = await take("all.ndjson", ndjson(...copies));
  expect(job).toMatchObject({ rowsRead: 3, used: 1, setAside: 2, refused: 0 });
  expect(await issues()).toHaveLength(1);
  expect((await notUsed(job.id)).map(({ row, reason }) => [row, reason])).toEqual([
    [1, "entered-in-error"],
    [3, "entered-in-error"],
  ]);
  const path = join(files.path, "all.ndjson");
  writeFileSync(path, ndjson(...copies));
  const named = (text: string) => text.replaceAll(path, "all.ndjson");
  expect(await entries()).toEqual(await byCommand([path], named));
  await queue.close();
});

test("an order that was stopped ends when it was stopped, as in the commands", async () => {
  const { take, entries, queue } = await practice();
  const url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-MedicationRequest.statusChanged";
  const text = ndjson(
    request("r1", { status: "stopped", extension: [{ url, valueDateTime: "2026-11-03" }] }),
    request("r2", { status: "stopped", subject: { reference: "Patient/p2" } }),
    request("r3", { subject: { reference: "Patient/p3" }, authoredOn: "2026-11-10" }),
  );
  await take("stopped.ndjson", text);
  const path = join(files.path, "stopped.ndjson");
  writeFileSync(path, text);
  const expected = await byCommand([path], (said) => said.replaceAll(path, "stopped.ndjson"));
  expect(await entries()).toEqual(expected);
  expect(await entries()).toMatchObject([{ current: false }, { current: false }, { current: true }]);
  await queue.close();
});

test("stopped at any batch it goes on, nothing twice and nothing missing", async () => {
  const bytes = readFileSync(twinBundles);
  const whole = await practice();
  const job = await whole.take("b.ndjson", bytes);
  const stop: { now: (() => void) | null } = { now: null };
  const broken = await practice({ onProgress: () => stop.now?.() });
  const ended = new Promise<void>((resolve) => {
    stop.now = () => void broken.queue.close().then(resolve);
  });
  await broken.queue.accept("b.ndjson", Readable.from([bytes]));
  await ended;
  const halfway = (await broken.issues()).length;
  expect(halfway).toBeGreaterThan(0);
  expect(halfway).toBeLessThan(job.used);
  expect(await broken.entries()).toEqual([]);
  const next = createImportQueue(broken.parts);
  await next.idle();
  await next.close();
  expect(await broken.issues()).toEqual(await whole.issues());
  expect(await broken.entries()).toEqual(await whole.entries());
  await whole.queue.close();
});

test("called off it leaves nobody behind, also none of those who are only described", async () => {
  const first: { batch: (() => void) | null } = { batch: null };
  const { queue, inside } = await practice({ onProgress: () => first.batch?.() });
  const underWay = new Promise<void>((resolve) => {
    first.batch = resolve;
  });
  const accepted = await queue.accept("b.ndjson", Readable.from([readFileSync(twinBundles)]));
  await underWay;
  expect(await queue.cancel(accepted.status === "queued" ? accepted.id : 0)).toBe("cancelled");
  await queue.idle();
  const left = await inside((trx) =>
    sql`select (select count(*) from issue) + (select count(*) from row_not_used) + (select count(*) from person)
      + (select count(*) from person_detail) as n`.execute(trx),
  );
  expect(left.rows).toEqual([{ n: 0 }]);
  await queue.close();
});

test("an archive that unpacks to more than records do is refused with why, and what was there stays", async () => {
  const { take, entries, queue } = await practice();
  await take("all.ndjson", ndjson(request("r1")));
  const before = await entries();
  const job = await take("all.ndjson", gzipSync(`person,issue_date,product_name\n${"\n".repeat(20 * 2 ** 20)}`));
  expect(job).toMatchObject({ state: "failed", error: { code: "unpacks-too-large" } });
  expect(await entries()).toEqual(before);
  await queue.close();
});
