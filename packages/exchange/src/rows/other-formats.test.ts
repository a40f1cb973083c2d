import { createItemReader, identify, parseDay, readDirections, readFhirDosage } from "@concord/core";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { patient, request } from "../fhir/resources.fixture.ts";
import { readRecords } from "../read-records.ts";
import { zipOf } from "../sources/archive.fixture.ts";
import { readRows, type ReadRowsOptions } from "./read-rows.ts";
import type { RowBatch } from "./row-types.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "concord-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
const latestDay = parseDay("2026-03-01");

const fileOf = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const folderZipped = (name: string, gzipped = false): Buffer =>
  zipOf(
    Object.fromEntries(
      readdirSync(join(examples, name)).map((file) => {
        const bytes = readFileSync(join(examples, name, file));
        return [`export/${file}${gzipped ? ".gz" : ""}`, gzipped ? gzipSync(bytes) : bytes];
      }),
    ),
  );
const ndjson = (...resources: readonly object[]): string => resources.map((one) => `${JSON.stringify(one)}\n`).join("");

const all = async (path: string, options: Partial<ReadRowsOptions> = {}) => {
  const batches: RowBatch[] = [];
  const onBatch = async (batch: RowBatch) => void batches.push(batch);
  const read = await readRows(path, { readItem, latestDay, onBatch, ...options });
  return {
    read,
    people: batches.flatMap(({ people }) => people),
    used: batches.flatMap(({ used }) => used),
    notUsed: batches.flatMap(({ notUsed }) => notUsed),
    withdrawn: batches.flatMap(({ withdrawn }) => withdrawn),
    lastSeq: batches.at(-1)?.lastSeq,
    counts: (["used", "setAside", "refused"] as const).map((fate) =>
      batches.reduce((sum, { counts }) => sum + counts[fate], 0),
    ),
  };
};

describe("every format that the commands read", () => {
  test.each([
    ["bundles one a line", join(examples, "fhir-bundles.ndjson"), join(examples, "fhir-bundles.ndjson"), "fhir-ndjson"],
    ["a bulk export in one archive", fileOf("bulk.zip", folderZipped("fhir-bulk")), join(examples, "fhir-bulk"), null],
    [
      "the same with each file gzipped",
      fileOf("gz.zip", folderZipped("fhir-bulk", true)),
      join(examples, "fhir-bulk"),
      null,
    ],
    ["OMOP in one archive", fileOf("omop.zip", folderZipped("omop")), join(examples, "omop"), "omop-drug-exposure"],
  ])("%s: the same account as the commands give", async (_, path, asRecords, format) => {
    const { read, counts, used, lastSeq, people } = await all(path);
    const records = await readRecords([asRecords], { readItem, latestDay });
    const { rowsRead, used: usedRows, setAside, refused } = records.account;
    const known = [...records.people()];
    records.close();
    expect(read.failed).toBeNull();
    if (format !== null) expect(read.found?.format).toBe(format);
    expect(counts).toEqual([usedRows.total, setAside.total, refused.total]);
    expect(lastSeq).toBe(rowsRead);
    for (const { person, details, issues } of known) {
      const rows = used.filter((one) => one.person === person).toSorted((a, b) => a.day - b.day);
      const watched = rows.filter(({ reading }) => reading.identification.kind !== "not-watched");
      expect(watched.map(({ day, kind, row }) => [day, kind, row])).toEqual(
        issues.map(({ day, kind, row }) => [day, kind, row]),
      );
      expect(people.findLast(({ reference }) => reference === person)).toMatchObject(details);
    }
  });

  test("rows of an archive name their file, and stand as they stand there", async () => {
    const { used, notUsed, read } = await all(fileOf("omop.zip", folderZipped("omop")));
    const lines = readFileSync(join(examples, "omop", "DRUG_EXPOSURE.csv"), "utf8").split(/\r?\n/);
    for (const { part, row, raw } of [...used, ...notUsed]) {
      expect(part).toBe("export/DRUG_EXPOSURE.csv");
      expect(raw).toBe(lines[row - 1]);
    }
    expect(read.found?.parts).toHaveLength(3);
    expect(read.found?.header).toContain("drug_concept_id");
  });

  test("a resource stands as its JSON, whether on a line, in a bundle, or waiting for what it points to", async () => {
    const requests = [1, 2].map((n) => request({ id: `r${n}`, authoredOn: `2025-01-0${n}` }));
    const late = request({
      id: "r3",
      medicationCodeableConcept: undefined,
      medicationReference: { reference: "Medication/m" },
    });
    const medication = { resourceType: "Medication", id: "m", code: { text: "Codeine 30mg tablets" } };
    const bundle = { resourceType: "Bundle", type: "collection", entry: requests.map((resource) => ({ resource })) };
    for (const text of [
      ndjson(patient("p1"), ...requests, late, medication),
      ndjson(bundle, late, medication),
      JSON.stringify({ ...bundle, entry: [...bundle.entry, { resource: late }, { resource: medication }] }, null, 2),
    ]) {
      const { used } = await all(fileOf("resources.json", text));
      expect(used.map(({ raw }) => JSON.parse(raw))).toEqual(JSON.parse(JSON.stringify([...requests, late])));
      expect(used.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    }
  });
});

test("whoever is described is handed on, also after their rows and without any", async () => {
  const text = ndjson(request(), patient("p1"), patient("p2", { birthDate: "1950" }));
  const { people } = await all(fileOf("people.ndjson", text));
  expect(people).toEqual([
    { reference: "p1", birthYear: 1960, sex: "female", registered: null },
    { reference: "p2", birthYear: 1950, sex: "female", registered: null },
  ]);
});

test("what a later copy says was entered in error is taken back, once", async () => {
  const text = ndjson(request(), request({ id: "r2" }), request({ status: "entered-in-error" }), request({ id: "r3" }));
  const { withdrawn, counts, used } = await all(fileOf("in-error.ndjson", text));
  expect(withdrawn).toEqual([{ person: "p1", day: parseDay("2025-01-06"), reading: used[0]!.reading }]);
  expect(counts).toEqual([3, 1, 0]);
  expect((await all(fileOf("in-error.ndjson", text), { after: 3 })).withdrawn).toEqual([]);
});

test("reading goes on after any row: what is handed on then is the rest", async () => {
  for (const path of [fileOf("bulk.zip", folderZipped("fhir-bulk")), fileOf("omop.zip", folderZipped("omop"))]) {
    const whole = await all(path);
    for (let after = 0; after <= whole.lastSeq!; after++) {
      const rest = await all(path, { after });
      expect(rest.used).toEqual(whole.used.filter(({ seq }) => seq > after));
      expect(rest.notUsed).toEqual(whole.notUsed.filter(({ seq }) => seq > after));
    }
  }
});

describe("a file that cannot be read", () => {
  const csv = (rows: number): string =>
    `person,issue_date,product_name,directions\n${"P1,2025-01-06,Codeine 30mg tablets,one daily\n".repeat(rows)}`;
  const limits = { most: 1 << 22, ratio: 50, free: 1 << 16 };

  test.each([
    ["gzipped", gzipSync(csv(5000))],
    ["in an archive", zipOf({ "a.csv": csv(5000) })],
    ["gzipped in an archive", zipOf({ "a.csv.gz": gzipSync(csv(5000)) })],
  ])("%s and unpacking to more than records do is refused", async (_, bytes) => {
    const { read } = await all(fileOf("bomb", bytes), { limits });
    expect(read.failed).toMatchObject({
      code: "unpacks-too-large",
      found: expect.stringContaining("more than 50 times its size"),
    });
    expect((await all(fileOf("bomb", bytes))).read.failed).toBeNull();
  });

  test("unpacking to more than the most in all is refused", async () => {
    const { read } = await all(fileOf("bomb", zipOf({ "a.csv": csv(60_000), "b.csv": csv(60_000) })), {
      limits: { ...limits, ratio: 10_000 },
    });
    expect(read.failed).toMatchObject({ code: "unpacks-too-large", found: "b.csv: it unpacks to more than 4 MiB" });
  });

  test("with the same bytes as several files is refused", async () => {
    const zip = zipOf({ "a.csv": csv(5000), "b.csv": csv(5000), "c.csv": csv(5000) }, { stored: true });
    const at = zip.lastIndexOf("c.csv") - 46;
    zip.writeUInt32LE(zip.length * 2, at + 20);
    expect((await all(fileOf("overlap.zip", zip))).read.failed).toMatchObject({ code: "unpacks-too-large" });
  });

  test("is damaged, wherever the archive is cut or changed", async () => {
    const zip = zipOf({ "a.csv": csv(3) }, { stored: true });
    for (const cut of [5, 40, zip.length - 30, zip.length - 1])
      expect((await all(fileOf("cut.zip", zip.subarray(0, cut)))).read.failed?.code).toBe("damaged");
    const changed = Buffer.from(zip);
    changed.write("Xodeine", changed.indexOf("Codeine"));
    expect((await all(fileOf("changed.zip", changed))).read.failed).toMatchObject({
      code: "damaged",
      found: "a.csv: what is unpacked is not what was packed",
    });
  });

  test.each([
    ["a spreadsheet", { "[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>" }, "a spreadsheet"],
    ["an archive without records", { "notes.txt": "once upon a time" }, "notes.txt: text that starts “once upon"],
    ["an empty archive", {}, "no files"],
  ])("%s is no format that we know", async (_, files, found) => {
    const zip = zipOf(files);
    // An empty archive starts with its end.
    const { failed } = (await all(fileOf("other.zip", zip))).read;
    expect(failed?.code).toBe("not-a-known-format");
    if (Object.keys(files).length > 0) expect(failed?.found).toContain(found);
  });

  test("a JSON document that is longer than memory has room for is refused, with what to use", async () => {
    const bundle = { resourceType: "Bundle", type: "collection", entry: [{ resource: request() }] };
    for (const text of [JSON.stringify(bundle), JSON.stringify(bundle, null, 1), ndjson(bundle, bundle)])
      expect((await all(fileOf("long.json", text), { longestDocument: 100 })).read.failed).toMatchObject({
        code: "damaged",
        found: expect.stringContaining("use NDJSON"),
      });
  });
});

test("files of an archive that hold no records, and hidden ones, stop nothing", async () => {
  const csv = "person,issue_date,product_name,directions\nP1,2025-01-06,Codeine 30mg tablets,one daily\n";
  const zip = zipOf({ "a/x.csv": csv, "__MACOSX/a/._x.csv": "x", "a/.DS_Store": "x", "a/read me.txt": "hello" });
  const { read, used } = await all(fileOf("mixed.zip", zip));
  expect(used).toHaveLength(1);
  expect(read.found).toMatchObject({
    format: "practice-extract",
    parts: [{ file: "a/x.csv", format: "practice-extract" }],
    notRead: [{ file: "a/read me.txt" }],
  });
});
