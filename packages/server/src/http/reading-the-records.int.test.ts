import type { Person, Practice, PracticeView, RegisterFacets, RegisterPage, Working } from "@concord/exchange/api";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  HEADER,
  KNOWN_EXTRACT,
  servePractice,
  STAFF,
  twinExtract,
  type ServedPractice,
} from "./served-practice.fixture.ts";

let known: ServedPractice;
let twin: ServedPractice;
beforeAll(async () => {
  known = await servePractice();
  await known.take("known.csv", KNOWN_EXTRACT);
  twin = await servePractice();
  await twin.take("twin.csv", await twinExtract(400));
});
afterAll(async () => {
  await known.remove();
  await twin.remove();
});

const MORPHINE = "Morphine 10mg modified-release tablets";

describe("a practice", () => {
  test("is told in numbers that add up", async () => {
    const practice = await known.get<Practice>("/api/practice");
    expect(practice).toMatchObject({ synthetic: true, asOf: "2026-11-05", people: 6, onRegister: 5, unreadTexts: 1 });
    expect(practice.rows).toEqual({ read: 9, used: 7, setAside: 1, refused: 1 });
    expect(practice.table).toMatchObject({ id: "uk" });
  });

  test("without records has nothing to show, and says what to do", async () => {
    const empty = await servePractice();
    try {
      expect(await empty.get<Practice>("/api/practice")).toMatchObject({
        asOf: null,
        people: 0,
        registerBuiltAt: null,
      });
      for (const url of [
        "/api/register",
        "/api/register/export.csv",
        `/api/people/${randomUUID()}`,
        "/api/practice-view",
      ])
        expect((await empty.call("GET", url)).body, url).toMatchObject({ status: 409, code: "no-register-yet" });
      expect((await empty.call("GET", "/api/export")).status).toBe(200);
    } finally {
      await empty.remove();
    }
  });

  test("for evaluation: no number from 1 to 4, and no total of which one could be worked out", async () => {
    await twin.signInAs(["prescriber"]);
    const whole = await twin.get<PracticeView>("/api/practice-view");
    await twin.signInAs(["evaluator"]);
    const view = await twin.get<PracticeView>("/api/practice-view");
    const practice = await twin.get<Practice>("/api/practice");
    await twin.signInAs(STAFF);
    expect([whole.smallHidden, view.smallHidden]).toEqual([false, true]);
    expect([practice.people, practice.onRegister]).toEqual([null, null]);
    const few = whole.byDoseBand.filter(({ people }) => people.some((one) => Number(one) > 0 && Number(one) < 5));
    expect(few.length).toBeGreaterThan(0);
    for (const { on } of few) expect(view.byDoseBand.find((it) => it.on === on)!.total).toBe("left-out");
    expect(JSON.stringify([view.byDoseBand, view.newLongTerm])).not.toMatch(/[[,:][1-4][\],}]/);
  });

  test("over time: every quarter, its people in exactly one band", async () => {
    const view = await twin.get<PracticeView>("/api/practice-view");
    const now = await twin.get<RegisterPage>("/api/register?current=yes&size=1");
    expect(view.byDoseBand.length).toBeGreaterThan(10);
    for (const { people, total } of view.byDoseBand)
      expect(people.reduce<number>((sum, one) => sum + Number(one), 0)).toBe(total);
    expect(view.byDoseBand.at(-1)).toMatchObject({ on: view.asOf, total: now.total });
    for (const { with: name, people } of view.coPrescribing) {
      const both = await twin.get<RegisterPage>(`/api/register?finding=opioid-with-${name}`);
      expect(people, name).toBe(both.total);
    }
    // The records cover three years: a start needs three months before it and three after.
    expect(view.newLongTerm[0]!.quarter > view.byDoseBand[1]!.on).toBe(true);
  });
});

const all = async (query = "") => (await twin.get<RegisterPage>(`/api/register?size=500${query}`)).rows;
const allBy = async (filter: object) => (await twin.ask<RegisterPage>("/api/register", { size: 500, ...filter })).rows;

describe("the register", () => {
  test("shows doses as core reckons them, and what stands behind them", async () => {
    const { rows, onRegister, current } = await known.get<RegisterPage>("/api/register");
    expect([onRegister, current]).toEqual([5, 4]);
    expect(
      rows.map(({ person, directed, supplied, notReadable }) => [person, directed.max, supplied, notReadable]),
    ).toEqual([
      ["P1", 40, 18.666667, false],
      ["P4", 12, 0.933333, false],
      ["P2", 0, 2.333333, true],
      ["P3", 0, 4.666667, true],
      ["P6", 0, 0, false],
    ]);
    // Of P6 a row of an opioid was refused, and nothing else is known.
    expect(rows.at(-1)).toMatchObject({ atLeast: true, medicines: [] });
    expect(rows[0]).toMatchObject({ age: 76, medicines: [MORPHINE], since: "2026-09-01", lastIssue: "2026-11-01" });
  });

  test("pages cut one order into parts, the same each time", async () => {
    const whole = (await all("&sort=person&order=up")).map(({ person }) => person);
    expect(whole).toEqual(whole.toSorted());
    const parts: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.length / 7); page++)
      parts.push(
        ...(await twin.get<RegisterPage>(`/api/register?sort=person&order=up&size=7&page=${page}`)).rows.map(
          ({ person }) => person,
        ),
      );
    expect(parts).toEqual(whole);
  });

  test.each(["directed", "supplied", "since", "lastIssue", "age"] as const)(
    "is sorted by %s, what is not known last",
    async (sort) => {
      for (const order of ["up", "down"]) {
        const values = (await all(`&sort=${sort}&order=${order}`)).map((row) =>
          sort === "directed" ? row.directed.max : row[sort],
        );
        const given = values.filter((value) => value !== null);
        expect(values.slice(given.length).every((value) => value === null)).toBe(true);
        const sorted = given.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(given).toEqual(order === "up" ? sorted : sorted.toReversed());
      }
    },
  );

  test("the count of a finding is what choosing it shows, whatever else is chosen", async () => {
    for (const other of ["", "&current=yes", "&ageBand=65-79"]) {
      const { counts } = await twin.get<RegisterPage>(`/api/register?size=1${other}`);
      for (const [code, people] of Object.entries(counts)) {
        const chosen = await twin.get<RegisterPage>(`/api/register?size=1&finding=${code}${other}`);
        expect(chosen.total, code + other).toBe(people);
        expect(chosen.counts).toEqual(counts);
      }
    }
  });

  test("every filter keeps exactly those of whom it is true", async () => {
    const rows = await all();
    const expected: readonly (readonly [object, (row: (typeof rows)[number]) => boolean])[] = [
      [{ doseMin: 40 }, ({ directed }) => directed.max >= 40],
      [{ doseMin: 10, doseMax: 60 }, ({ directed }) => directed.max >= 10 && directed.max <= 60],
      [{ substance: "morphine" }, ({ substances }) => substances.includes("morphine")],
      [{ ageBand: "80+" }, ({ age }) => age !== null && age >= 80],
      [{ ageBand: "40-64" }, ({ age }) => age !== null && age >= 40 && age <= 64],
      [{ ageBand: "not-known" }, ({ age }) => age === null],
      [{ lastIssueFrom: "2026-09-01" }, ({ lastIssue }) => lastIssue !== null && lastIssue >= "2026-09-01"],
      [{ lastIssueTo: "2026-03-31" }, ({ lastIssue }) => lastIssue !== null && lastIssue <= "2026-03-31"],
      [{ search: "TRAMADOL" }, ({ medicines }) => medicines.some((name) => /tramadol/i.test(name))],
      [{ search: "%" }, () => false],
      [
        { finding: ["long-term-use", "high-dose"] },
        ({ findings }) => ["long-term-use", "high-dose"].every((code) => findings.some((one) => one.code === code)),
      ],
      [{ prescriber: rows[0]!.prescriber! }, ({ prescriber }) => prescriber === rows[0]!.prescriber],
      [{ search: rows[3]!.person.toLowerCase() }, ({ person }) => person === rows[3]!.person],
    ];
    for (const [filter, holds] of expected) {
      const found = (await allBy(filter)).map(({ person }) => person);
      expect(found, JSON.stringify(filter)).toEqual(rows.filter(holds).map(({ person }) => person));
      if ("search" in filter || "prescriber" in filter) continue;
      const query = new URLSearchParams(
        Object.entries(filter).flatMap(([name, of]) => [of].flat().map((one) => [name, String(one)])),
      );
      expect(
        (await all(`&${query.toString()}`)).map(({ person }) => person),
        query.toString(),
      ).toEqual(found);
    }
    expect((await all("&doseMin=40")).length).toBeGreaterThan(0);
  });

  test("facets are what is in it", async () => {
    const { substances, prescribers, ageBands } = await twin.get<RegisterFacets>("/api/register/facets");
    const rows = await all();
    expect(substances).toEqual([...new Set(rows.flatMap((row) => row.substances))].toSorted());
    expect(prescribers).toEqual([...new Set(rows.map((row) => row.prescriber).filter((it) => it !== null))].toSorted());
    expect(ageBands.reduce((sum, { people }) => sum + people, 0)).toBe(rows.length);
  });

  test("as a table: the same people, nothing that a spreadsheet would run, and that it is of nobody", async () => {
    const { text, headers } = await known.call("GET", "/api/register/export.csv?doseMin=1");
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=cmd(""x"")"`);
    expect(lines[1]).toMatch(/^P1,1950,76,female,2001-02-03,40,40,18\.67,no,no,.*synthetic: no real person$/);
    expect(headers["content-disposition"]).toBe('attachment; filename="register-2026-11-05-synthetic.csv"');
  });

  test("a date that no store holds is a problem of the request", async () => {
    expect((await known.call("GET", "/api/register?lastIssueFrom=0000-01-01")).body).toMatchObject({
      status: 400,
      code: "request-not-valid",
    });
  });

  test.each(["search=P1", "prescriber=Dr+Bell", "nothing-of-this-name=1"])(
    "takes no %s in an address, and does not answer as though it were not there",
    async (query) => {
      for (const path of ["/api/register", "/api/register/export.csv"])
        expect((await known.call("GET", `${path}?${query}`)).body).toMatchObject({
          status: 400,
          code: "request-not-valid",
          problems: [{ at: "query", found: "an object", todo: expect.stringContaining("by POST to the same address") }],
        });
    },
  );

  test("searched by a body is a table, too", async () => {
    const { text } = await known.call("POST", "/api/register/export.csv", { search: "p4" });
    expect(text.trimEnd().split("\r\n")).toHaveLength(2);
    expect(text).toMatch(/\r\nP4,/);
  });
});

describe("a person", () => {
  test("has their entry, their time, and who did what", async () => {
    const person = await known.get<Person>(await known.of("P1"));
    expect(person).toMatchObject({
      onRegister: true,
      directed: { min: 40, max: 40 },
      supplied: 18.666667,
      asOf: "2026-11-05",
    });
    expect(person.events.map(({ date, what, prescriber }) => [date, what, prescriber])).toEqual([
      ["2001-02-03", "registered", null],
      ["2026-09-01", "started", "Dr Ahmed"],
      ["2026-11-01", "changed", '=cmd("x")'],
    ]);
    expect(person.companions).toEqual([
      { name: "pregabalin", class: "gabapentinoid", from: "2026-11-01", to: "2026-12-27" },
    ]);
    expect(person.findings[0]).toMatchObject({ code: "opioid-with-gabapentinoid", rows: [{ row: 3 }, { row: 4 }] });
    expect(person.findings[0]!.source.url).toMatch(/^https:/);
    expect(person.marks.map(({ mg }) => mg)).toEqual([90, 120]);
  });

  test("has the same dose in the register, on their page and in its working", async () => {
    for (const row of (await all()).slice(0, 12)) {
      const path = `/api/people/${row.key}`;
      const person = await twin.get<Person>(path);
      expect([person.directed, person.supplied]).toEqual([row.directed, row.supplied]);
      const today = person.timeline.find(({ from, to }) => from <= person.asOf && person.asOf < to);
      expect(today?.directed ?? { min: 0, max: 0 }).toEqual(person.directed);
      const { on, steps } = await twin.get<Working>(`${path}/working`);
      expect(on).toBe(person.asOf);
      expect(steps.some(({ say }) => say.endsWith(` = ${row.supplied} mg OME a day`))).toBe(true);
    }
  });

  test("on another day has that day's working", async () => {
    const { on, steps } = await known.get<Working>(`${await known.of("P1")}/working?on=2026-09-10`);
    expect(on).toBe("2026-09-10");
    expect(steps.map(({ say }) => say)).toContain("As directed, least: 20 mg OME a day; most: 20 mg OME a day");
  });

  test("has every issue as it stands, the latest first", async () => {
    const { issues } = await known.get<{ issues: { date: string; row: number }[] }>(`${await known.of("P1")}/issues`);
    expect(issues.map(({ date, row }) => [date, row])).toEqual([
      ["2026-11-01", 4],
      ["2026-11-01", 3],
      ["2026-09-01", 2],
    ]);
  });

  test("without an opioid is in the records, and not on the register", async () => {
    expect(await known.get(await known.of("P5"))).toMatchObject({ onRegister: false, timeline: [], lastIssue: null });
  });

  test("has one key, which is no part of what the records say, and keeps it", async () => {
    const { rows } = await known.get<RegisterPage>("/api/register");
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { person, key } of rows) {
      expect(await known.of(person)).toBe(`/api/people/${key}`);
      expect(await known.get<Person>(`/api/people/${key}`)).toMatchObject({ person, key });
    }
    await known.take("known-again.csv", `${KNOWN_EXTRACT}\n`);
    expect((await known.get<RegisterPage>("/api/register")).rows.map(({ key }) => key)).toEqual(
      rows.map(({ key }) => key),
    );
  });

  test("whom nobody knows is a problem with its code; a name with a slash or a percent sign is a name", async () => {
    for (const answer of [
      await known.call("GET", `/api/people/${randomUUID()}`),
      await known.call("POST", "/api/people/find", { reference: "nobody" }),
    ])
      expect(answer.body).toMatchObject({ status: 404, code: "person-not-known" });
    expect((await known.call("GET", "/api/people/P1")).body).toMatchObject({ status: 400, code: "request-not-valid" });
    const odd = "a/b%20 é?#";
    await known.take(
      "odd.csv",
      `${HEADER}\n${odd},1950,F,,2026-11-05,,${MORPHINE},56,tablet,one daily,repeat,Dr Bell,issued`,
    );
    expect(await known.get(await known.of(odd))).toMatchObject({
      person: odd,
      directed: { max: 10 },
    });
  });
});
