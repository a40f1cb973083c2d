import type { Basket, Person, Practice, Reading, Referral, RegisterPage, UnreadList } from "@concord/exchange/api";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { KNOWN_EXTRACT, servePractice, WHO, type ServedPractice } from "./served-practice.fixture.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
});
afterAll(() => served.remove());

const post = <T>(url: string, body: unknown) => served.call<T>("POST", url, body);
const placeOf = async (month: string, person: string) =>
  `/api/basket/${month}/${(await served.of(person)).split("/").at(-1)}`;
const row = async (person: string) =>
  (await served.get<RegisterPage>("/api/register")).rows.find((one) => one.person === person)!;

describe("a referral", () => {
  test("takes one call, shows on the register, and is undone without a trace lost", async () => {
    const made = await post<Referral>(`${await served.of("P1")}/referrals`, { reason: "wants to talk about pain" });
    expect([made.status, made.body]).toMatchObject([201, { person: "P1", selfReferral: false, undoneAt: null }]);
    expect((await row("P1")).referred).toBe(true);
    expect((await served.get<RegisterPage>("/api/register?referred=yes")).rows.map(({ person }) => person)).toEqual([
      "P1",
    ]);
    const undone = await served.call<Referral>("DELETE", `/api/referrals/${made.body.id}`);
    expect(undone.body.undoneAt).not.toBeNull();
    const again = await served.call<Referral>("DELETE", `/api/referrals/${made.body.id}`);
    expect(again.body.undoneAt).toBe(undone.body.undoneAt);
    expect((await row("P1")).referred).toBe(false);
    expect((await served.get<Person>(await served.of("P1"))).referrals).toHaveLength(1);
    expect(await served.get("/api/referrals")).toEqual({ referrals: [] });
  });

  test("sent twice at once is one", async () => {
    const path = `${await served.of("P2")}/referrals`;
    const both = await Promise.all([1, 2].map(() => post<Referral>(path, { reason: "twice" })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect(both[0]!.body.id).toBe(both[1]!.body.id);
  });

  test("is for anyone of the records, by themselves too; for nobody else", async () => {
    const own = await post<Referral>(`${await served.of("P5")}/referrals`, {
      reason: "asks for help",
      selfReferral: true,
    });
    expect([own.status, own.body]).toMatchObject([201, { person: "P5", selfReferral: true }]);
    expect((await post(`/api/people/${randomUUID()}/referrals`, { reason: "x" })).body).toMatchObject({
      code: "person-not-known",
    });
    expect((await post(`${await served.of("P1")}/referrals`, { reason: "   " })).body).toMatchObject({
      status: 400,
      problems: [{ at: "body.reason", todo: "Use at least 1 characters." }],
    });
    expect((await served.call("DELETE", "/api/referrals/999")).body).toMatchObject({
      status: 404,
      code: "referral-not-known",
    });
  });
});

describe("invitations", () => {
  test("hold whom they are given, up to the practice's capacity", async () => {
    await served.call("PUT", "/api/basket/capacity", { capacity: 2 });
    expect(await served.get("/api/basket/capacity")).toEqual({ capacity: 2 });
    for (const person of ["P1", "P4", "P1"])
      expect((await served.call("PUT", await placeOf("2026-12", person))).status).toBe(200);
    const { people, capacity } = await served.get<Basket>("/api/basket?month=2026-12");
    expect([people.map(({ person }) => person), capacity]).toEqual([["P1", "P4"], 2]);
    expect((await served.call("PUT", await placeOf("2026-12", "P2"))).body).toMatchObject({
      status: 409,
      code: "basket-full",
    });
    expect((await served.get<RegisterPage>("/api/register?basket=2026-12")).total).toBe(2);
    const less = await served.call<Basket>("DELETE", await placeOf("2026-12", "P1"));
    expect(less.body.people.map(({ person }) => person)).toEqual(["P4"]);
    expect((await served.get<Basket>("/api/basket?month=2027-01")).people).toEqual([]);
  });

  test("the last place is given once", async () => {
    await served.call("PUT", "/api/basket/capacity", { capacity: 1 });
    const all = await Promise.all(
      ["P1", "P2", "P3", "P4"].map(async (person) => served.call("PUT", await placeOf("2030-01", person))),
    );
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  test("this month's are marked on the register", async () => {
    await served.call("PUT", "/api/basket/capacity", { capacity: 20 });
    const { month } = await served.get<Basket>("/api/basket");
    await served.call("PUT", await placeOf(month, "P4"));
    expect([(await row("P4")).inBasket, (await row("P1")).inBasket]).toEqual([true, false]);
  });
});

test("a saved filter is kept under one name until it is forgotten", async () => {
  const made = await post<{ id: number }>("/api/saved-filters", { name: "High", filter: "doseMin=90" });
  expect(made.status).toBe(201);
  expect((await post("/api/saved-filters", { name: "High", filter: "" })).body).toMatchObject({
    status: 409,
    code: "name-taken",
  });
  expect(await served.get("/api/saved-filters")).toEqual({
    filters: [{ id: made.body.id, name: "High", filter: "doseMin=90" }],
  });
  expect((await served.call("DELETE", `/api/saved-filters/${made.body.id}`)).status).toBe(204);
  expect((await served.call("DELETE", `/api/saved-filters/${made.body.id}`)).body).toMatchObject({
    code: "saved-filter-not-known",
  });
});

describe("a text that was not understood", () => {
  const MEANS = { min: 2, max: 4 };
  const queue = () => served.get<UnreadList>("/api/unread-directions");
  const read = (body: object = MEANS, key?: string) =>
    queue().then(({ texts }) => post<Reading>(`/api/unread-directions/${key ?? texts[0]!.key}/readings`, body));

  beforeEach(async () => {
    const { readings } = await served.get<{ readings: Reading[] }>("/api/readings");
    for (const { id, undoneAt } of readings) if (undoneAt === null) await served.call("DELETE", `/api/readings/${id}`);
  });

  test("stands in the queue once, with all whom it is about", async () => {
    const { texts, byReason } = await queue();
    expect(texts).toMatchObject([
      {
        product: "Oxycodone 5mg capsules",
        directions: "one in the morning and increase slowly",
        people: 2,
        issues: 2,
        current: 2,
        countedIn: "capsule",
      },
    ]);
    expect(byReason).toEqual([{ reason: texts[0]!.reason, texts: 1, issues: 2 }]);
  });

  test("is read once for everyone: the register, the page and the working follow at once; undone, they go back", async () => {
    const before = [await row("P2"), await row("P3")];
    const made = await read();
    expect([made.status, made.body]).toMatchObject([201, { who: WHO, min: 2, max: 4, people: 2, undoneAt: null }]);
    for (const person of ["P2", "P3"]) {
      // 5 mg of oxycodone, two to four a day, at 1.5.
      expect(await row(person)).toMatchObject({ directed: { min: 15, max: 30 }, notReadable: false, atLeast: false });
      expect(await served.get(await served.of(person))).toMatchObject({ directed: { min: 15, max: 30 }, findings: [] });
      const { steps } = await served.get<{ steps: { say: string }[] }>(`${await served.of(person)}/working`);
      expect(steps.some(({ say }) => say.includes("most: 30 mg OME a day"))).toBe(true);
    }
    expect((await queue()).texts).toEqual([]);
    expect((await served.get<Practice>("/api/practice")).unreadTexts).toBe(0);
    const undone = await served.call<Reading>("DELETE", `/api/readings/${made.body.id}`);
    expect(undone.body.undoneAt).not.toBeNull();
    expect([await row("P2"), await row("P3")]).toEqual(before);
    expect((await queue()).texts).toHaveLength(1);
  });

  test("read by two at once is read by one; the other is told by whom and when", async () => {
    const { texts } = await queue();
    const both = await Promise.all([1, 1].map((amount) => read({ min: amount, max: amount }, texts[0]!.key)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const first = both.find(({ status }) => status === 201)!.body;
    const late = both.find(({ status }) => status === 409)!;
    expect(late.body).toMatchObject({ code: "already-read", by: { who: first.who, at: first.at } });
    expect((await row("P2")).directed).toEqual({ min: 7.5, max: 7.5 });
  });

  test("takes no reading that the engine would refuse again, and none that is no amount", async () => {
    expect((await read({ ...MEANS, min: 900, max: 900 })).body).toMatchObject({
      status: 422,
      code: "reading-does-not-fit",
    });
    expect((await read({ ...MEANS, min: 5 })).body).toMatchObject({
      status: 400,
      problems: [{ at: "body.min", found: "5" }],
    });
    expect((await read(MEANS, "0".repeat(32))).body).toMatchObject({ status: 404, code: "text-not-known" });
    expect((await served.call("DELETE", "/api/readings/999")).body).toMatchObject({ code: "reading-not-known" });
    expect((await queue()).texts).toHaveLength(1);
  });
});
