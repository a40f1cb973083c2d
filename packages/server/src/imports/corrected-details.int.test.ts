import type { ImportJob, Person, RegisterPage } from "@concord/exchange/api";
import { sql } from "kysely";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HEADER, servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";
import { inPractice } from "../store/in-practice.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
});
afterAll(() => served.remove());

const row = (person: string, details: string, day = "2026-11-01") =>
  `${person},${details},${day},,Oxycodone 5mg capsules,28,capsule,one daily,repeat,Dr Bell,issued`;
const take = (name: string, ...rows: string[]) => served.take(name, [HEADER, ...rows, ""].join("\n"));
const details = async () => {
  const { rows } = await served.get<RegisterPage>("/api/register?sort=person&order=up");
  return rows.map(({ person, birthYear, age, sex, registered }) => [person, birthYear, age, sex, registered]);
};
const said = () =>
  inPractice(served.store.db, served.practiceId, async (trx) => {
    const { rows } = await sql<object>`
      select file_name as file, live, detail.birth_year as year from person_detail detail
      join import on import.id = import_id join person on person.id = person_id
      where reference = 'P1' order by import_id`.execute(trx);
    return rows;
  });

test("what a later file says of a person holds, detail by detail; the register and their page follow", async () => {
  await take("a.csv", row("P1", "1950,F,2001-02-03"), row("P2", "1960,M,"));
  expect(await details()).toEqual([
    ["P1", 1950, 76, "female", "2001-02-03"],
    ["P2", 1960, 66, "male", null],
  ]);
  await take("b.csv", row("P1", "1951,F,"), row("P2", ",,2005-06-07"));
  expect(await details()).toEqual([
    ["P1", 1951, 75, "female", "2001-02-03"],
    ["P2", 1960, 66, "male", "2005-06-07"],
  ]);
  expect(await served.get<Person>(await served.of("P1"))).toMatchObject({ birthYear: 1951, registered: "2001-02-03" });
});

test("what a file said counts no more once a corrected one has its place; what either said stays on record", async () => {
  await take("b.csv", row("P2", ",,2006-06-07"));
  expect(await details()).toEqual([
    ["P1", 1950, 76, "female", "2001-02-03"],
    ["P2", 1960, 66, "male", "2006-06-07"],
  ]);
  await take("a.csv", row("P1", ",M,"), row("P2", "1961,M,"));
  expect(await details()).toEqual([
    ["P1", null, null, "male", null],
    ["P2", 1961, 65, "male", "2006-06-07"],
  ]);
  expect(await said()).toEqual([
    { file: "a.csv", live: false, year: 1950 },
    { file: "b.csv", live: false, year: 1951 },
    { file: "a.csv", live: true, year: null },
  ]);
});

test("a file that is not read to its end says nothing of anyone", async () => {
  const before = await details();
  const bad = [HEADER, row("P1", "1999,F,2020-01-01"), ""].join("\n");
  const cut = gzipSync(Buffer.from(bad.repeat(50))).subarray(0, -20);
  await served.imports.accept("cut.csv.gz", Readable.from([cut]));
  await served.imports.idle();
  const { imports } = await served.get<{ imports: ImportJob[] }>("/api/imports");
  expect(imports[0]).toMatchObject({ file: "cut.csv.gz", state: "failed" });
  expect(await details()).toEqual(before);
});
