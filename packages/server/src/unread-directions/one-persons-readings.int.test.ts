import type { Person, Practice, Reading, RegisterPage, UnreadList, UnreadPeople } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inPractice } from "../store/in-practice.ts";
import { HEADER, servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";

const row = (person: string, day: string, directions: string) =>
  `${person},1950,F,,${day},,Oxycodone 5mg capsules,28,capsule,${directions},repeat,Dr Bell,issued`;
const EXTRACT = [
  HEADER,
  row("P1", "2026-11-01", "as directed"),
  row("P1", "2026-11-10", "as directed"),
  row("P2", "2026-11-12", "as directed"),
  row("P3", "2026-11-13", "one in the morning and increase slowly"),
  row("P4", "2026-11-14", "ONE"),
  row("P5", "2026-11-15", ""),
  "",
].join("\n");

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("a.csv", EXTRACT);
});
afterAll(() => served.remove());
beforeEach(async () => {
  const { readings } = await served.get<{ readings: Reading[] }>("/api/readings");
  for (const { id, undoneAt } of readings) if (undoneAt === null) await served.call("DELETE", `/api/readings/${id}`);
});

const queue = async () => (await served.get<UnreadList>("/api/unread-directions")).texts;
const textOf = async (directions: string) => (await queue()).find((text) => text.directions === directions);
const waiting = async (key: string) =>
  (await served.get<UnreadPeople>(`/api/unread-directions/${key}/people`)).people.map(({ person }) => person);
const doses = async () => {
  const { rows } = await served.get<RegisterPage>("/api/register?sort=person&order=up");
  return Object.fromEntries(
    rows.map(({ person, directed, notReadable }) => [person, notReadable ? null : directed.max]),
  );
};
const NOBODY = { P1: null, P2: null, P3: null, P4: null, P5: null };
const read = (key: string, person?: string, most = 2) =>
  served.call<Reading>("POST", `/api/unread-directions/${key}/readings`, {
    min: 1,
    max: most,
    ...(person === undefined ? {} : { person }),
  });

describe("a text that says no dose", () => {
  test.each(["as directed", "ONE", ""])("“%s” cannot be read for everyone", async (directions) => {
    const text = (await textOf(directions))!;
    expect(text.eachPerson).toBe(true);
    expect((await read(text.key)).body).toMatchObject({ status: 422, code: "reading-needs-person" });
    expect(await doses()).toEqual(NOBODY);
  });

  test("is read for one person: the register, their page and its working follow; nobody else's does", async () => {
    const { key } = (await textOf("as directed"))!;
    const made = await read(key, "P1");
    expect([made.status, made.body]).toMatchObject([201, { person: "P1", people: 1, max: 2 }]);
    // 5 mg of oxycodone, up to two a day, at 1.5.
    expect(await doses()).toEqual({ ...NOBODY, P1: 15 });
    expect(await served.get<Person>(await served.of("P1"))).toMatchObject({
      directed: { max: 15 },
      notReadable: false,
    });
    expect(await served.get<Person>(await served.of("P2"))).toMatchObject({ directed: { max: 0 }, notReadable: true });
    const { steps } = await served.get<{ steps: { say: string }[] }>(`${await served.of("P1")}/working`);
    expect(steps.some(({ say }) => say.includes("most: 15 mg OME a day"))).toBe(true);
  });

  test("waits for those for whom it is unread, and leaves the queue with the last", async () => {
    const { key, people, issues } = (await textOf("as directed"))!;
    expect([people, issues, await waiting(key)]).toEqual([2, 3, ["P2", "P1"]]);
    const before = (await served.get<Practice>("/api/practice")).unreadTexts;
    await read(key, "P1");
    expect(await textOf("as directed")).toMatchObject({ people: 1, issues: 1, current: 1, examplePerson: "P2" });
    expect(await waiting(key)).toEqual(["P2"]);
    expect((await served.get<Practice>("/api/practice")).unreadTexts).toBe(before);
    await read(key, "P2", 4);
    expect(await textOf("as directed")).toBeUndefined();
    expect((await served.get<Practice>("/api/practice")).unreadTexts).toBe(before - 1);
    expect(await doses()).toEqual({ ...NOBODY, P1: 15, P2: 30 });
  });

  test("read and taken back is unread for that person again, and stays read for others", async () => {
    const { key } = (await textOf("as directed"))!;
    const [one] = [await read(key, "P1"), await read(key, "P2", 4)];
    await served.call("DELETE", `/api/readings/${one.body.id}`);
    expect(await doses()).toEqual({ ...NOBODY, P2: 30 });
    expect(await waiting(key)).toEqual(["P1"]);
  });

  test("read by two at once for one person is read by one; for two people by both", async () => {
    const { key } = (await textOf("as directed"))!;
    const both = await Promise.all([1, 2].map((most) => read(key, "P1", most)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: "already-read" });
    expect((await read(key, "P2")).status).toBe(201);
  });

  test("is read for nobody who does not have it", async () => {
    const { key } = (await textOf("as directed"))!;
    for (const person of ["P3", "nobody"])
      expect((await read(key, person)).body).toMatchObject({ status: 404, code: "text-not-known" });
    expect(await doses()).toEqual(NOBODY);
  });

  test("a reading outlives a building of the register and a corrected file", async () => {
    await read((await textOf("as directed"))!.key, "P1");
    await served.take("a.csv", `${EXTRACT}${row("P6", "2026-11-15", "as directed")}\n`);
    expect(await doses()).toEqual({ ...NOBODY, P1: 15, P6: null });
    await served.take("a.csv", `${EXTRACT}\n`);
    expect(await doses()).toEqual({ ...NOBODY, P1: 15 });
  });

  test("a reading for everyone, however it came into the store, changes nobody's dose", async () => {
    const { key, product, directions } = (await textOf("as directed"))!;
    await inPractice(served.store.db, served.practiceId, async (trx) => {
      await sql`insert into reading_by_hand
        (practice_id, reading_key, product_name, directions, min_a_day, max_a_day, who)
        values (${served.practiceId}, ${key}, ${product}, ${directions}, 9, 9, 'x')`.execute(trx);
    });
    await served.take("b.csv", [HEADER, row("P7", "2026-11-15", "as directed"), ""].join("\n"));
    expect(await doses()).toEqual({ ...NOBODY, P7: null });
    expect(await served.get<Person>(await served.of("P1"))).toMatchObject({ directed: { max: 0 } });
  });
});

test("a text that says a dose is read for everyone, never for one person", async () => {
  const { key, eachPerson } = (await textOf("one in the morning and increase slowly"))!;
  expect(eachPerson).toBe(false);
  expect((await read(key, "P3")).body).toMatchObject({ status: 422, code: "reading-is-for-all" });
  expect(await waiting(key)).toEqual([]);
  expect((await read(key)).body).toMatchObject({ person: null, people: 1 });
});
